-- SPDX-License-Identifier: MPL-2.0
-- A kiosk may be frozen, follow on another device, and tells how it is (R13, R15).

ALTER TABLE kiosk ADD COLUMN frozen INTEGER; -- seconds since 1970, UTC
ALTER TABLE kiosk ADD COLUMN before BLOB CHECK (length(before) = 16);
ALTER TABLE kiosk ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE kiosk ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE kiosk ADD COLUMN differing INTEGER NOT NULL DEFAULT 0;
