ALTER TABLE assignment
    ADD seat_id     uuid,
    ADD acting      boolean NOT NULL DEFAULT false,
    ADD term_months integer CHECK (term_months > 0),
    ADD FOREIGN KEY (seat_id, PERIOD valid) REFERENCES seat (id, PERIOD valid) DEFERRABLE INITIALLY DEFERRED;
COMMENT ON COLUMN assignment.seat_id IS 'The seat held; none for a post in no seat';
COMMENT ON COLUMN assignment.acting IS 'Giao quyền, giao phụ trách: no time in the post, and the seat is not taken';
COMMENT ON COLUMN assignment.term_months IS 'Length of the term that the decision gives';
CREATE INDEX ON assignment (seat_id);

ALTER TABLE assignment_past
    ADD seat_id     uuid,
    ADD acting      boolean NOT NULL DEFAULT false,
    ADD term_months integer;

-- A seat is full also where whoever asks does not see its holders, so the days are counted past the fence of people.
-- Days are all that comes out: never who.
CREATE FUNCTION seat_taken(seat uuid, but_for uuid) RETURNS TABLE (valid_from date, valid_to date, acting boolean)
    LANGUAGE plpgsql AS $$
DECLARE
    before text := coalesce(current_setting('opencadre.system', true), '');
BEGIN
    PERFORM set_config('opencadre.system', 'on', true);
    RETURN QUERY SELECT a.valid_from, a.valid_to, a.acting FROM assignment a
                  WHERE a.seat_id = seat_taken.seat AND a.id IS DISTINCT FROM seat_taken.but_for;
    PERFORM set_config('opencadre.system', before, true);
END
$$;
