ALTER TABLE unit_root ADD COLUMN agency_code text UNIQUE;
COMMENT ON COLUMN unit_root.agency_code IS 'Electronic identifier of the agency, by which workbooks name a unit; it never passes to another';
