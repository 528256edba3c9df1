ALTER TABLE import_line ADD people uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN import_line.people IS 'Whose records the line made something in, for the audit of taking it back; none for structure and in lines older than this column';
