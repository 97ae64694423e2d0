-- SPDX-License-Identifier: MPL-2.0
-- Frozen: kiosks have run it. A change is the next number.

-- What happened, as this machine got it. In clear stands only what a stranger may see (sync.md "Records").
CREATE TABLE record (
    arrival    INTEGER PRIMARY KEY, -- the order in which this machine got them
    id         BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device     BLOB NOT NULL CHECK (length(device) = 16),
    number     INTEGER NOT NULL CHECK (number >= 1),
    previous   BLOB NOT NULL CHECK (length(previous) = 32),
    digest     BLOB NOT NULL CHECK (length(digest) = 32),
    stream     BLOB CHECK (length(stream) = 33), -- NULL, with generation and class, once erased
    generation INTEGER,
    class      INTEGER,
    delivery   INTEGER NOT NULL CHECK (delivery BETWEEN 0 AND 4),
    reason     TEXT NOT NULL DEFAULT '',
    UNIQUE (device, number)
) STRICT;
CREATE INDEX record_of_stream ON record (stream) WHERE stream IS NOT NULL;
CREATE INDEX record_waiting ON record (device, number) WHERE delivery = 0;
CREATE INDEX record_rejected ON record (number, device) WHERE delivery = 2;

-- Header and body, byte for byte. Rows are appended and never moved or removed: erasing writes zeros of the
-- same length over them. A DELETE lets SQLite merge pages, and a merged page can keep a piece of a neighbour
-- that secure_delete does not know of when that neighbour goes as well.
CREATE TABLE sealed (
    record INTEGER PRIMARY KEY REFERENCES record,
    header BLOB NOT NULL,
    body   BLOB NOT NULL
) STRICT;

-- What the chain needs of a record that was erased: the digests of its header and of its body.
CREATE TABLE erased (
    record INTEGER PRIMARY KEY REFERENCES record,
    header BLOB NOT NULL CHECK (length(header) = 32),
    body   BLOB NOT NULL CHECK (length(body) = 32)
) STRICT;

-- How far each followed stream is pulled (R7); without a counter: from zero.
CREATE TABLE cursor (
    stream  BLOB PRIMARY KEY CHECK (length(stream) = 33),
    epoch   TEXT,
    counter INTEGER
) STRICT, WITHOUT ROWID;

-- What opens a notebook. As with `sealed`: a removed slot (live = 0) is overwritten where it stands. Few
-- enough to be read through; an index would keep copies of the lookups.
CREATE TABLE slot (
    place      INTEGER PRIMARY KEY,
    live       INTEGER NOT NULL CHECK (live IN (0, 1)),
    kind       INTEGER NOT NULL,
    lookup     BLOB NOT NULL CHECK (length(lookup) = 32),
    stream     BLOB NOT NULL CHECK (length(stream) = 33),
    generation INTEGER NOT NULL,
    wrapped    BLOB NOT NULL
) STRICT;

-- Wrong codes, and the running seconds left to wait. The subject is a digest.
CREATE TABLE wait (
    subject BLOB PRIMARY KEY CHECK (length(subject) = 32),
    wrong   INTEGER NOT NULL,
    seconds INTEGER NOT NULL CHECK (seconds >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    stream BLOB PRIMARY KEY CHECK (length(stream) = 33),
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE fact (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
