-- SPDX-License-Identifier: MPL-2.0
-- As ../central/0003_kiosks.sql: a kiosk may be frozen, follow on another device, and tells how it is (R13, R15).

ALTER TABLE kiosk ADD COLUMN frozen bigint; -- seconds since 1970, UTC
ALTER TABLE kiosk ADD COLUMN before uuid;
ALTER TABLE kiosk ADD COLUMN waiting bigint NOT NULL DEFAULT 0;
ALTER TABLE kiosk ADD COLUMN refused bigint NOT NULL DEFAULT 0;
ALTER TABLE kiosk ADD COLUMN differing bigint NOT NULL DEFAULT 0;
