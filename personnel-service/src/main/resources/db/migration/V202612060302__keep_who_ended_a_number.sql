-- As of every other fact.
ALTER TABLE id_number_past ADD COLUMN ended_by text;
ALTER TABLE id_number_past ALTER COLUMN ended_by SET DEFAULT nullif(actor(), '');
COMMENT ON COLUMN id_number_past.ended_by IS 'Account that ended the belief';
ALTER TABLE file_number_past ADD COLUMN ended_by text;
ALTER TABLE file_number_past ALTER COLUMN ended_by SET DEFAULT nullif(actor(), '');
COMMENT ON COLUMN file_number_past.ended_by IS 'Account that ended the belief';
