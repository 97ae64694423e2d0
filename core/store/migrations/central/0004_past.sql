-- SPDX-License-Identifier: MPL-2.0
-- A kiosk can tell that the server went back to an old copy and counted on, though nobody said so (R6).

-- Of everything that took a counter, in its order.
ALTER TABLE server ADD COLUMN mark BLOB NOT NULL DEFAULT x'00000000000000000000000000000000';
-- What it was after each commit since this step.
CREATE TABLE past (
    counter INTEGER PRIMARY KEY,
    mark    BLOB NOT NULL CHECK (length(mark) = 16)
) STRICT;
INSERT INTO past (counter, mark) SELECT counter, mark FROM server WHERE counter > 0;
