ALTER TABLE assignment
    ADD decision_id uuid REFERENCES decision_file DEFERRABLE INITIALLY DEFERRED,
    ADD term_ends   date GENERATED ALWAYS AS ((lower(valid) + make_interval(months => term_months))::date) STORED;
COMMENT ON COLUMN assignment.decision_id IS 'The decision that gave the post, and through which alone it is changed';
COMMENT ON COLUMN assignment.term_ends IS 'The day on which the term is over, where the post has one';
CREATE INDEX ON assignment (decision_id);
CREATE INDEX ON assignment (term_ends) WHERE term_ends IS NOT NULL;

ALTER TABLE assignment_past
    ADD decision_id uuid,
    ADD term_ends   date GENERATED ALWAYS AS ((lower(valid) + make_interval(months => term_months))::date) STORED;
