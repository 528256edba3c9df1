ALTER TABLE certificate ADD COLUMN recorded_hands text[] NOT NULL DEFAULT '{}';
ALTER TABLE certificate_past ADD COLUMN recorded_hands text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN certificate.authors IS 'Hands that entered or corrected it: none of them may verify it';
COMMENT ON COLUMN certificate.recorded_hands IS 'Whose hand took it to its present state: the account, whose it is, and who handed the right on';

-- Whose accounts these are is added here, so that no caller can leave it out; with a verification also of authors of whom it
-- became known since.
CREATE FUNCTION certificate_hands() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.recorded_hands := hands(NEW.recorded_hands || NEW.recorded_by);
    NEW.authors := CASE NEW.state
        WHEN 'ENTERED' THEN NEW.authors || NEW.recorded_hands
        WHEN 'VERIFIED' THEN hands(NEW.authors)
        ELSE NEW.authors END;
    RETURN NEW;
END
$$;
CREATE TRIGGER certificate_hands BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION certificate_hands();

ALTER TABLE certificate
    ADD CONSTRAINT certificate_verified_by_another_hand CHECK (state <> 'VERIFIED' OR NOT authors && recorded_hands),
    ADD CONSTRAINT certificate_of_somebody_else CHECK (person_id::text <> ALL (authors || recorded_hands));
