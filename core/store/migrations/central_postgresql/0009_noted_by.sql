-- SPDX-License-Identifier: MPL-2.0
-- As ../central/0009_noted_by.sql: one kiosk's word does not fill up what a card opens.

-- Whose word it is that a card opens this notebook; nothing where it was noted before this step.
ALTER TABLE card ADD COLUMN device uuid;
