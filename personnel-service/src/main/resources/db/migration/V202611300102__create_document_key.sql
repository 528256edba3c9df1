-- Tells at the start whether the keys at hand are those under which this database was written: a service with others would
-- take papers that it could not show beside those before.
CREATE TABLE document_key (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    probe    bytea NOT NULL
);
COMMENT ON TABLE document_key IS 'A known text sealed under the keys of the documents; of nobody';
GRANT SELECT, INSERT ON document_key TO ${app};
