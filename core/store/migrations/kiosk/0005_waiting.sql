-- SPDX-License-Identifier: MPL-2.0
-- What waits is sent in the order in which it was written, also what a kiosk wrote under an earlier name (R13): a card
-- opens nothing before the card it replaces is known.

DROP INDEX record_waiting;
-- SQLite ends each entry with the arrival.
CREATE INDEX record_waiting ON record (delivery) WHERE delivery = 0;
