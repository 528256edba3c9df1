ALTER TABLE place ADD COLUMN closed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN place.closed IS 'Of a record that went into another: reached by its id, in no list, count or search';
