-- SPDX-License-Identifier: MPL-2.0
-- What lacks of a device's chain stands by itself: asking for it takes no longer where the chain is long.

CREATE TABLE gap (
    device BLOB NOT NULL CHECK (length(device) = 16),
    first  INTEGER NOT NULL,
    last   INTEGER NOT NULL CHECK (last >= first),
    PRIMARY KEY (device, first)
) STRICT, WITHOUT ROWID;

INSERT INTO gap (device, first, last)
SELECT device, before + 1, number - 1
  FROM (SELECT device, number, lag(number, 1, 0) OVER (PARTITION BY device ORDER BY number) AS before
          FROM record WHERE device IN (SELECT device FROM chain WHERE held <> highest))
 WHERE number > before + 1;
