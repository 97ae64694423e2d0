-- SPDX-License-Identifier: MPL-2.0
-- As ../central/0004_past.sql: a kiosk can tell that the server went back to an old copy and counted on (R6).

-- Of everything that took a counter, in its order.
ALTER TABLE server ADD COLUMN mark bytea NOT NULL DEFAULT '\x00000000000000000000000000000000';
-- What it was after each commit since this step.
CREATE TABLE past (
    counter bigint PRIMARY KEY,
    mark    bytea NOT NULL CHECK (octet_length(mark) = 16)
);
INSERT INTO past (counter, mark) SELECT counter, mark FROM server WHERE counter > 0;
