-- SPDX-License-Identifier: MPL-2.0
-- Notebooks in which something was written for the centre's staff: the server is told, so that all its kiosks
-- get them (R7).

-- told: the server's time, seconds since 1970, UTC; NULL: still to be told.
CREATE TABLE share (
    stream BLOB PRIMARY KEY CHECK (length(stream) = 33),
    told   INTEGER
) STRICT, WITHOUT ROWID;
