-- SPDX-License-Identifier: MPL-2.0
-- Notebooks come to a kiosk by their card's proof, and their slots go when they were not opened for long (R7).

-- opened: the server's time, seconds since 1970, UTC; NULL: since it was told last. state: 0 all of it is here,
-- 1 ended, its card must be proved again, 2 on its way.
CREATE TABLE copy (
    stream BLOB PRIMARY KEY CHECK (length(stream) = 33),
    opened INTEGER,
    state  INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2)
) STRICT, WITHOUT ROWID;
