-- SPDX-License-Identifier: MPL-2.0
-- What lacks of a device's chain stands by itself: asking for it takes no longer where the chain is long.

CREATE TABLE gap (
    device uuid NOT NULL,
    first  bigint NOT NULL,
    last   bigint NOT NULL CHECK (last >= first),
    PRIMARY KEY (device, first)
);

INSERT INTO gap (device, first, last)
SELECT device, before + 1, number - 1
  FROM (SELECT device, number, lag(number, 1, 0::bigint) OVER (PARTITION BY device ORDER BY number) AS before
          FROM record WHERE device IN (SELECT device FROM chain WHERE held <> highest)) AS neighbours
 WHERE number > before + 1;
