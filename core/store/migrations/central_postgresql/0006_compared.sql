-- SPDX-License-Identifier: MPL-2.0
-- As ../central/0006_compared.sql: a centre is served all that is its own once its keys were compared.

ALTER TABLE centre ADD COLUMN root bytea CHECK (octet_length(root) = 32);
ALTER TABLE centre ADD COLUMN compared bigint; -- seconds since 1970, UTC
ALTER TABLE centre ADD COLUMN served_before bigint NOT NULL DEFAULT 0;
UPDATE centre SET served_before = 1 WHERE EXISTS (SELECT 1 FROM kiosk WHERE kiosk.centre = centre.stream);

ALTER TABLE kiosk ADD COLUMN root bytea CHECK (octet_length(root) = 32);
ALTER TABLE kiosk ADD COLUMN other_root bytea CHECK (octet_length(other_root) = 32);
