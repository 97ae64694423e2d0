-- SPDX-License-Identifier: MPL-2.0
-- One kiosk's word does not fill up what a card opens; an erasure costs no more where much was set aside.

-- Whose word it is that a card opens this notebook; nothing where it was noted before this step.
ALTER TABLE card ADD COLUMN device BLOB CHECK (device IS NULL OR length(device) = 16);

-- By stream, as the header that stands first in `bytes` says it: a row that grew would leave pieces of itself
-- behind (store/README.md, "Erased means gone").
CREATE INDEX quarantine_stream ON quarantine (substr(bytes, 22, 33));
