-- SPDX-License-Identifier: MPL-2.0
-- The server's tables. It sees headers, numbers and sizes, and never what a body says (sync.md "Honestly").

-- One row. It is locked by whoever takes counters, so that they are given in the order of commits (R7).
CREATE TABLE server (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    epoch   TEXT NOT NULL,
    counter INTEGER NOT NULL
) STRICT;

CREATE TABLE centre (
    stream BLOB PRIMARY KEY CHECK (length(stream) = 33),
    name   TEXT NOT NULL UNIQUE
) STRICT;

-- One-time codes for enrolment, by their digest. `device` is set when the code is used.
CREATE TABLE code (
    digest  BLOB PRIMARY KEY CHECK (length(digest) = 32),
    centre  BLOB NOT NULL REFERENCES centre,
    expires INTEGER NOT NULL, -- seconds since 1970, UTC
    device  BLOB CHECK (length(device) = 16)
) STRICT;

CREATE TABLE kiosk (
    device   BLOB PRIMARY KEY CHECK (length(device) = 16),
    sign     BLOB NOT NULL CHECK (length(sign) = 32),
    centre   BLOB NOT NULL REFERENCES centre,
    enrolled INTEGER NOT NULL, -- seconds since 1970, UTC
    request  INTEGER NOT NULL DEFAULT 0, -- its last request's counter (R13)
    contact  INTEGER NOT NULL, -- seconds since 1970, UTC
    revoked  INTEGER
) STRICT;

-- kept: 0 whole, 1 only header and digests (R3), 2 erased. `bytes` are the whole record's or the stub's.
CREATE TABLE record (
    counter  INTEGER PRIMARY KEY,
    id       BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    stream   BLOB CHECK (length(stream) = 33),
    class    INTEGER,
    device   BLOB NOT NULL CHECK (length(device) = 16),
    number   INTEGER NOT NULL CHECK (number >= 1),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash     BLOB NOT NULL CHECK (length(hash) = 32),
    kept     INTEGER NOT NULL CHECK (kept BETWEEN 0 AND 2),
    bytes    BLOB,
    UNIQUE (device, number)
) STRICT;
CREATE INDEX record_page ON record (stream, counter);
CREATE INDEX record_keys ON record (stream, counter) WHERE class = 2;

-- What the record table says of a stream and of a device, so that a quiet round costs nothing.
CREATE TABLE stream (
    stream  BLOB PRIMARY KEY CHECK (length(stream) = 33),
    counter INTEGER NOT NULL, -- of its newest record
    records INTEGER NOT NULL
) STRICT;
CREATE TABLE chain (
    device  BLOB PRIMARY KEY CHECK (length(device) = 16),
    highest INTEGER NOT NULL,
    held    INTEGER NOT NULL
) STRICT;
CREATE TABLE wrote (
    device BLOB NOT NULL CHECK (length(device) = 16),
    stream BLOB NOT NULL CHECK (length(stream) = 33),
    PRIMARY KEY (device, stream)
) STRICT, WITHOUT ROWID;

-- The same id or number with another digest, or a chain that does not go on: kept for people to look at,
-- never passed on (R2, R13).
CREATE TABLE quarantine (
    hash   BLOB PRIMARY KEY CHECK (length(hash) = 32),
    id     BLOB NOT NULL CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    number INTEGER NOT NULL,
    why    TEXT NOT NULL,
    bytes  BLOB NOT NULL
) STRICT;
