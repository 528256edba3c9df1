ALTER TABLE import_run ADD undoing boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN import_run.undoing IS 'Whether it is a batch being taken back; its key is then "undo " and the batch';
