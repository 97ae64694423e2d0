-- SPDX-License-Identifier: MPL-2.0
-- As ../central/0002_follow.sql: a notebook is handed out by its card's proof, to a centre (R7).

-- Which notebooks a card opens, or did; by the digest of its number. `entry` is SQLite's, for what is copied.
CREATE TABLE card (
    entry  bigint,
    card   bytea NOT NULL CHECK (octet_length(card) = 32),
    stream bytea NOT NULL CHECK (octet_length(stream) = 33),
    PRIMARY KEY (card, stream)
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
CREATE INDEX card_of_stream ON card (stream);

-- The notebooks a centre follows. `counter` makes them news there from the moment they were opened.
CREATE TABLE follow (
    centre  bytea NOT NULL CHECK (octet_length(centre) = 33),
    stream  bytea NOT NULL CHECK (octet_length(stream) = 33),
    counter bigint NOT NULL,
    opened  bigint NOT NULL, -- seconds since 1970, UTC
    PRIMARY KEY (centre, stream)
) WITH (fillfactor = 70);

-- Wrong proofs for a card.
CREATE TABLE tries (
    card  bytea PRIMARY KEY CHECK (octet_length(card) = 32),
    wrong bigint NOT NULL,
    until bigint NOT NULL -- seconds since 1970, UTC
);

-- keys: the device wrote key records of the stream.
ALTER TABLE wrote ADD COLUMN keys boolean NOT NULL DEFAULT false;

-- SQLite's, for what is copied; there are no records here from before this step.
ALTER TABLE server ADD COLUMN cards_noted boolean NOT NULL DEFAULT true;
