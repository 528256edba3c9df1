ALTER TABLE access_grant ADD COLUMN id uuid NOT NULL DEFAULT uuidv7();
ALTER TABLE access_grant ADD COLUMN delegated_grant uuid;
ALTER TABLE access_grant ADD COLUMN delegated_by text;
ALTER TABLE access_grant ADD CHECK ((delegated_grant IS NULL) = (delegated_by IS NULL));
COMMENT ON COLUMN access_grant.delegated_grant IS 'The right out of which this one is handed on; null for one that an administrator gave';
COMMENT ON COLUMN access_grant.delegated_by IS 'Account that hands it on';
CREATE UNIQUE INDEX ON access_grant (account, id);
CREATE INDEX ON access_grant (delegated_by) WHERE delegated_by IS NOT NULL;
