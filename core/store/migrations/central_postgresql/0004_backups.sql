-- SPDX-License-Identifier: MPL-2.0
-- As ../central/0004_backups.sql: which backups were made, and which of them were read back (R5).

CREATE TABLE backup (
    id       uuid PRIMARY KEY,
    sign     bytea NOT NULL CHECK (octet_length(sign) = 32), -- whose receipt counts
    digest   bytea NOT NULL CHECK (octet_length(digest) = 32), -- of what it says it holds
    epoch    text NOT NULL,
    counter  bigint NOT NULL, -- everything up to this one of that epoch lies in it
    made     bigint NOT NULL, -- seconds since 1970, UTC
    verified bigint
);
