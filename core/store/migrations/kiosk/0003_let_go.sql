-- SPDX-License-Identifier: MPL-2.0
-- Copies of what others wrote may go when they were not opened for long and lie in a verified backup (R5).

-- All of the stream that others wrote and that is here was the same at the server, at this counter; NULL: not
-- known, or something came since.
ALTER TABLE copy ADD COLUMN confirmed INTEGER;

-- 1: not erased but let go, and may come again, into the place where it was.
ALTER TABLE erased ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
