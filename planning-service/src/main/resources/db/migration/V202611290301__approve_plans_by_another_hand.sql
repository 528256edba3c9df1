ALTER TABLE plan_entry ADD COLUMN proposed_hands text[] NOT NULL DEFAULT '{}', ADD COLUMN approved_hands text[];
ALTER TABLE plan_entry_past ADD COLUMN proposed_hands text[] NOT NULL DEFAULT '{}', ADD COLUMN approved_hands text[];
COMMENT ON COLUMN plan_entry.proposed_hands IS 'Whose hand proposed it: the account, whose it is, and who handed the right on';
COMMENT ON COLUMN plan_entry.approved_hands IS 'The same of the approval: none of them is one that proposed';

SELECT set_config('opencadre.system', 'on', true);
UPDATE plan_entry SET proposed_hands = ARRAY[proposed_by], approved_hands = ARRAY[approved_by] WHERE approved_by IS NOT NULL;
UPDATE plan_entry SET proposed_hands = ARRAY[proposed_by] WHERE approved_by IS NULL;
UPDATE plan_entry_past SET proposed_hands = ARRAY[proposed_by], approved_hands = ARRAY[approved_by] WHERE approved_by IS NOT NULL;
UPDATE plan_entry_past SET proposed_hands = ARRAY[proposed_by] WHERE approved_by IS NULL;

-- Whose accounts these are is added here, so that no caller can leave it out; with an approval also of proposers of whom it
-- became known since. What only follows from posts is written by nobody and carries what stood.
CREATE FUNCTION plan_entry_hands() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.recorded_from IN (NEW.proposed_at, NEW.approved_at) THEN
        NEW.proposed_hands := hands(NEW.proposed_hands || NEW.proposed_by);
        NEW.approved_hands := CASE WHEN NEW.approved_by IS NOT NULL THEN hands(NEW.approved_hands || NEW.approved_by) END;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER plan_entry_hands BEFORE INSERT OR UPDATE ON plan_entry FOR EACH ROW EXECUTE FUNCTION plan_entry_hands();

ALTER TABLE plan_entry
    ADD CONSTRAINT plan_entry_hands_whole CHECK (
        proposed_by = ANY (proposed_hands) AND (approved_by IS NULL) = (approved_hands IS NULL)
        AND (approved_by IS NULL OR approved_by = ANY (approved_hands))),
    ADD CONSTRAINT plan_entry_approved_by_another_hand CHECK (NOT proposed_hands && approved_hands),
    ADD CONSTRAINT plan_entry_of_somebody_else CHECK (person_id::text <> ALL (proposed_hands || approved_hands));
