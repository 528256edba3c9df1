-- A record that turned out to be of somebody on record already. It stays, says of whom it was, and nothing of it changes.
ALTER TABLE person
    ADD COLUMN merged_into uuid REFERENCES person,
    ADD CONSTRAINT person_merged_into_another CHECK (merged_into <> id);
COMMENT ON COLUMN person.merged_into IS 'The person of whom everything is believed that this record said; none while it stands for itself';
CREATE INDEX ON person (merged_into) WHERE merged_into IS NOT NULL;

CREATE FUNCTION merged_record_is_closed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (SELECT FROM person p WHERE p.id = NEW.person_id AND p.merged_into IS NOT NULL) THEN
        RAISE check_violation USING MESSAGE = 'merged_record_is_closed: it went into another record',
            TABLE = TG_TABLE_NAME, CONSTRAINT = 'merged_record_is_closed';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER merged_record_is_closed BEFORE INSERT ON assignment FOR EACH ROW EXECUTE FUNCTION merged_record_is_closed();
CREATE TRIGGER merged_record_is_closed BEFORE INSERT ON conduct FOR EACH ROW EXECUTE FUNCTION merged_record_is_closed();
CREATE TRIGGER merged_record_is_closed BEFORE INSERT ON cv_entry FOR EACH ROW EXECUTE FUNCTION merged_record_is_closed();
CREATE TRIGGER merged_record_is_closed BEFORE INSERT OR UPDATE OF person_id ON document
    FOR EACH ROW EXECUTE FUNCTION merged_record_is_closed();
CREATE TRIGGER merged_record_is_closed BEFORE INSERT ON declaration FOR EACH ROW EXECUTE FUNCTION merged_record_is_closed();

GRANT DELETE ON id_number TO ${app};
GRANT DELETE ON document_content TO ${app};
GRANT UPDATE (person_id, address) ON document TO ${app};

SELECT set_config('opencadre.system', 'on', true);
ALTER TABLE certificate_copy ADD COLUMN told_of uuid;
UPDATE certificate_copy SET told_of = person_id;
ALTER TABLE certificate_copy ALTER COLUMN told_of SET NOT NULL;
CREATE INDEX ON certificate_copy (told_of);
COMMENT ON COLUMN certificate_copy.told_of IS 'Under whom training keeps it; person_id is whom it counts for, which follows when a record goes into another';
GRANT UPDATE (person_id) ON certificate_copy TO ${app};
-- The release before, which runs beside this one for a while, tells of whom by person_id alone.
CREATE FUNCTION told_of_whom() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.told_of := coalesce(NEW.told_of, NEW.person_id);
    RETURN NEW;
END
$$;
CREATE TRIGGER told_of_whom BEFORE INSERT ON certificate_copy FOR EACH ROW EXECUTE FUNCTION told_of_whom();
