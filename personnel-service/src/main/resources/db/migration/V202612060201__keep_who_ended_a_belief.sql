-- Who recorded a belief stands in it; who found it wrong stood in nothing where no other took its place. As in the audit it is
-- a setting of the request and a default of the column. Of what ended before this it is not known.
ALTER TABLE identity_past ADD COLUMN ended_by text;
ALTER TABLE identity_past ALTER COLUMN ended_by SET DEFAULT nullif(actor(), '');
COMMENT ON COLUMN identity_past.ended_by IS 'Account that ended the belief; null of what ended before this was kept';
ALTER TABLE assignment_past ADD COLUMN ended_by text;
ALTER TABLE assignment_past ALTER COLUMN ended_by SET DEFAULT nullif(actor(), '');
COMMENT ON COLUMN assignment_past.ended_by IS 'Account that ended the belief; null of what ended before this was kept';
ALTER TABLE conduct_past ADD COLUMN ended_by text;
ALTER TABLE conduct_past ALTER COLUMN ended_by SET DEFAULT nullif(actor(), '');
COMMENT ON COLUMN conduct_past.ended_by IS 'Account that ended the belief; null of what ended before this was kept';
ALTER TABLE cv_entry_past ADD COLUMN ended_by text;
ALTER TABLE cv_entry_past ALTER COLUMN ended_by SET DEFAULT nullif(actor(), '');
COMMENT ON COLUMN cv_entry_past.ended_by IS 'Account that ended the belief; null of what ended before this was kept';
