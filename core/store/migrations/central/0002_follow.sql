-- SPDX-License-Identifier: MPL-2.0
-- A notebook is handed out by its card's proof, to a centre; no longer to whoever wrote into it (R7).

-- Which notebooks a card opens, or did; by the digest of its number.
CREATE TABLE card (
    entry  INTEGER PRIMARY KEY,
    card   BLOB NOT NULL CHECK (length(card) = 32),
    stream BLOB NOT NULL CHECK (length(stream) = 33)
) STRICT;
CREATE INDEX card_found ON card (card);
CREATE INDEX card_of_stream ON card (stream);

-- The notebooks a centre follows. `counter` makes them news there from the moment they were opened.
CREATE TABLE follow (
    centre  BLOB NOT NULL CHECK (length(centre) = 33),
    stream  BLOB NOT NULL CHECK (length(stream) = 33),
    counter INTEGER NOT NULL,
    opened  INTEGER NOT NULL, -- seconds since 1970, UTC
    PRIMARY KEY (centre, stream)
) STRICT, WITHOUT ROWID;

-- Wrong proofs for a card.
CREATE TABLE tries (
    card  BLOB PRIMARY KEY CHECK (length(card) = 32),
    wrong INTEGER NOT NULL,
    until INTEGER NOT NULL -- seconds since 1970, UTC
) STRICT, WITHOUT ROWID;

-- keys: the device wrote key records of the stream. Whoever wrote before this step keeps what they could read.
ALTER TABLE wrote ADD COLUMN keys INTEGER NOT NULL DEFAULT 0;
UPDATE wrote SET keys = 1;

-- Erased streams are heard of by everybody who may have a copy.
ALTER TABLE stream ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
UPDATE stream SET erased = 1
 WHERE (SELECT class FROM record WHERE record.stream = stream.stream AND kept = 0 ORDER BY counter LIMIT 1) = 3;

-- 0: cards in records from before this step are still to be noted.
ALTER TABLE server ADD COLUMN cards_noted INTEGER NOT NULL DEFAULT 0;
