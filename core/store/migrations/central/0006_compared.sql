-- SPDX-License-Identifier: MPL-2.0
-- A centre is served all that is its own once the office compared its keys with its leader (sync.md "Enrolment").

-- The root that was compared, and when (seconds since 1970, UTC).
ALTER TABLE centre ADD COLUMN root BLOB CHECK (length(root) = 32);
ALTER TABLE centre ADD COLUMN compared INTEGER;
-- 1: it had kiosks before there was anything to compare. Nobody is cut off by an update: it goes on being served.
ALTER TABLE centre ADD COLUMN served_before INTEGER NOT NULL DEFAULT 0;
UPDATE centre SET served_before = 1 WHERE EXISTS (SELECT 1 FROM kiosk WHERE kiosk.centre = centre.stream);

-- What a kiosk told of its centre's root: the first is never replaced, and the first other one stands beside it.
ALTER TABLE kiosk ADD COLUMN root BLOB CHECK (length(root) = 32);
ALTER TABLE kiosk ADD COLUMN other_root BLOB CHECK (length(other_root) = 32);
