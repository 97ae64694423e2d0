-- SPDX-License-Identifier: MPL-2.0
-- Which backups were made, and which of them were read back: what lies in one lets copies go (R5).

CREATE TABLE backup (
    id       BLOB PRIMARY KEY CHECK (length(id) = 16),
    sign     BLOB NOT NULL CHECK (length(sign) = 32), -- whose receipt counts
    digest   BLOB NOT NULL CHECK (length(digest) = 32), -- of what it says it holds
    epoch    TEXT NOT NULL,
    counter  INTEGER NOT NULL, -- everything up to this one of that epoch lies in it
    made     INTEGER NOT NULL, -- seconds since 1970, UTC
    verified INTEGER
) STRICT, WITHOUT ROWID;
