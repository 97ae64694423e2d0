-- SPDX-License-Identifier: MPL-2.0
-- A kiosk without a TPM gets half of its pepper at each start, so that its disk alone does not open call names.

-- The server's halves. A kiosk that was enrolled before this step gets one when it asks for it first.
CREATE TABLE pepper (
    device BLOB PRIMARY KEY REFERENCES kiosk CHECK (length(device) = 16),
    half   BLOB NOT NULL CHECK (length(half) = 32)
) STRICT;
