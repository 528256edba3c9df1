CREATE TABLE term_copy (
    term_id    uuid PRIMARY KEY,
    unit_id    uuid NOT NULL,
    name       text NOT NULL,
    valid_from date NOT NULL,
    valid_to   date NOT NULL
);
COMMENT ON TABLE term_copy IS 'Terms of office of bodies as personnel last published them; public reference data';
CREATE INDEX ON term_copy (unit_id);
GRANT SELECT, INSERT, DELETE ON term_copy TO ${app};
