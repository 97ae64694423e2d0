-- SPDX-License-Identifier: MPL-2.0
-- The server's tables, as in ../central/, on PostgreSQL. What differs, and why:
-- ids of 128 bits are uuid (16 bytes and no header; any bits will do); a stream says itself that it is erased,
-- and quarantine says of which stream a record is, so that no statement has to read a table to the end.

-- One row. It is locked by whoever takes counters, so that they are given in the order of commits (R7): a
-- sequence gives them before, and a reader's cursor would pass a record that is not committed yet.
-- `place` is the database this epoch belongs to; see ../../postgresql/epoch.hpp.
CREATE TABLE server (
    one     smallint PRIMARY KEY CHECK (one = 1),
    epoch   text NOT NULL,
    counter bigint NOT NULL,
    place   text NOT NULL
);

CREATE TABLE centre (
    stream bytea PRIMARY KEY CHECK (octet_length(stream) = 33),
    name   text NOT NULL UNIQUE
);

-- One-time codes for enrolment, by their digest. `device` is set when the code is used.
CREATE TABLE code (
    digest  bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    centre  bytea NOT NULL REFERENCES centre,
    expires bigint NOT NULL, -- seconds since 1970, UTC
    device  uuid
);

-- A row changes with each request: room is left in its page, so that no index has to follow.
CREATE TABLE kiosk (
    device   uuid PRIMARY KEY,
    sign     bytea NOT NULL CHECK (octet_length(sign) = 32),
    centre   bytea NOT NULL REFERENCES centre,
    enrolled bigint NOT NULL, -- seconds since 1970, UTC
    request  bigint NOT NULL DEFAULT 0, -- its last request's counter (R13)
    contact  bigint NOT NULL, -- seconds since 1970, UTC
    revoked  bigint
) WITH (fillfactor = 50);

-- kept: 0 whole, 1 only header and digests (R3), 2 erased. `bytes` are the whole record's or the stub's.
-- Rows change when they are erased, and else hardly ever: so what an erasure leaves behind in the file is
-- collected within minutes, and not when a fifth of all rows has gone.
CREATE TABLE record (
    counter  bigint PRIMARY KEY,
    id       uuid NOT NULL UNIQUE,
    stream   bytea CHECK (octet_length(stream) = 33),
    class    smallint,
    device   uuid NOT NULL,
    number   bigint NOT NULL CHECK (number >= 1),
    previous bytea NOT NULL CHECK (octet_length(previous) = 32),
    hash     bytea NOT NULL CHECK (octet_length(hash) = 32),
    kept     smallint NOT NULL CHECK (kept BETWEEN 0 AND 2),
    bytes    bytea,
    UNIQUE (device, number)
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
CREATE INDEX record_page ON record (stream, counter) WHERE stream IS NOT NULL;
CREATE INDEX record_keys ON record (stream, counter) WHERE class = 2;
CREATE INDEX record_erasures ON record (counter) WHERE class = 3;
-- Sealed bytes do not get smaller.
ALTER TABLE record ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What the record table says of a stream and of a device, so that a quiet round costs nothing.
CREATE TABLE stream (
    stream  bytea PRIMARY KEY CHECK (octet_length(stream) = 33),
    counter bigint NOT NULL, -- of its newest record
    records bigint NOT NULL,
    erased  boolean NOT NULL DEFAULT false
) WITH (fillfactor = 70);
CREATE TABLE chain (
    device  uuid PRIMARY KEY,
    highest bigint NOT NULL,
    held    bigint NOT NULL
) WITH (fillfactor = 50);
CREATE TABLE wrote (
    device uuid NOT NULL,
    stream bytea NOT NULL CHECK (octet_length(stream) = 33),
    PRIMARY KEY (device, stream)
);

-- The same id or number with another digest, or a chain that does not go on: kept for people to look at,
-- never passed on (R2, R13). Without a stream when it is erased.
CREATE TABLE quarantine (
    hash   bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    id     uuid NOT NULL,
    device uuid NOT NULL,
    number bigint NOT NULL,
    why    text NOT NULL,
    stream bytea,
    class  smallint,
    bytes  bytea NOT NULL
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
CREATE INDEX quarantine_stream ON quarantine (stream) WHERE stream IS NOT NULL;
