-- SPDX-License-Identifier: MPL-2.0
-- As ../central/0007_pepper.sql: a kiosk without a TPM gets half of its pepper at each start.

CREATE TABLE pepper (
    device uuid PRIMARY KEY REFERENCES kiosk,
    half   bytea NOT NULL CHECK (octet_length(half) = 32)
);
