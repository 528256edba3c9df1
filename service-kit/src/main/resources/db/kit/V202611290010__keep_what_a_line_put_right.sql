ALTER TABLE import_line ADD COLUMN before_at timestamptz;
COMMENT ON COLUMN import_line.before_at IS
    'Since when what the line put right had been believed, so that it can be believed again; null of what the line made';
