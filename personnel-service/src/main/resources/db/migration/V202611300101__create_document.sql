-- The papers of a dossier: what each is, and its content, sealed before it comes here. Whoever has this database, or a copy
-- of it, has no paper and cannot tell whether two people have the same one: the keys are elsewhere.
CREATE TABLE document_content (
    person_id uuid  NOT NULL REFERENCES person,
    class     text  NOT NULL CHECK (class IN ('SENSITIVE', 'RESTRICTED')),
    address   bytea NOT NULL CHECK (octet_length(address) = 32),
    sealed    bytea NOT NULL,
    PRIMARY KEY (person_id, class, address)
);
COMMENT ON TABLE document_content IS 'Contents of documents as they came, sealed (AES-256-GCM), each once for a person and class';
COMMENT ON COLUMN document_content.address IS 'Keyed hash of person, class and content: where the content is, and nothing about it for whoever has not the key';
-- What is sealed does not become smaller.
ALTER TABLE document_content ALTER COLUMN sealed SET STORAGE EXTERNAL;
GRANT SELECT, INSERT ON document_content TO ${app};
ALTER TABLE document_content ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_content FORCE ROW LEVEL SECURITY;
CREATE POLICY document_content_in_reach ON document_content
    USING ((SELECT is_system()) OR (class_open(class)
        AND EXISTS (SELECT FROM place WHERE place.person_id = document_content.person_id OFFSET 0)));

CREATE TABLE document (
    id               uuid PRIMARY KEY,
    person_id        uuid NOT NULL REFERENCES person,
    class            text NOT NULL CHECK (class IN ('SENSITIVE', 'RESTRICTED')),
    kind             text NOT NULL,
    title            text NOT NULL,
    number           text,
    issued_on        text,
    issuer           text,
    file             text NOT NULL,
    type             text NOT NULL CHECK (type IN ('PDF', 'JPEG', 'PNG', 'TIFF', 'DOCX', 'XLSX')),
    size             integer NOT NULL CHECK (size > 0),
    address          bytea NOT NULL,
    fingerprint      bytea NOT NULL,
    fact             text CHECK (fact IN ('POST', 'DECISION', 'RATING', 'DISCIPLINE', 'HEALTH_CERTIFICATE', 'CV_ENTRY')),
    fact_id          uuid CHECK ((fact IS NULL) = (fact_id IS NULL)),
    recorded_by      text NOT NULL,
    recorded_by_name text NOT NULL,
    recorded_at      timestamptz NOT NULL,
    voided_by        text,
    voided_by_name   text,
    voided_at        timestamptz,
    void_reason      text,
    FOREIGN KEY (person_id, class, address) REFERENCES document_content,
    CONSTRAINT document_voided_is_complete CHECK ((voided_at IS NULL) = (voided_by IS NULL)
        AND (voided_at IS NULL) = (voided_by_name IS NULL) AND (voided_at IS NULL) = (void_reason IS NULL))
);
COMMENT ON TABLE document IS 'A paper of a dossier that was scanned or came as a file, and which fact it proves; never changed, only voided';
COMMENT ON COLUMN document.person_id IS 'A registration on which a paper stands is not taken back with the workbook that made it';
COMMENT ON COLUMN document.class IS 'Of what it proves; the operation must have been asked under this class or a higher one';
COMMENT ON COLUMN document.kind IS 'A code of contracts/codelists/paper-kind.json, as VAN_BANG';
COMMENT ON COLUMN document.issued_on IS 'Year, year-month or day, as the paper gives it';
COMMENT ON COLUMN document.file IS 'Name of the file as it came';
COMMENT ON COLUMN document.size IS 'Bytes, before it was sealed';
COMMENT ON COLUMN document.fingerprint IS 'SHA-256 of the content, sealed: it would tell who has a paper that somebody else has too';
COMMENT ON COLUMN document.fact IS 'What it proves: the post, decision, conduct or CV entry under fact_id; none where it stands for itself';
CREATE INDEX ON document (person_id, recorded_at);
CREATE INDEX ON document (fact_id) WHERE fact_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (voided_by, voided_by_name, voided_at, void_reason) ON document TO ${app};
ALTER TABLE document ENABLE ROW LEVEL SECURITY;
ALTER TABLE document FORCE ROW LEVEL SECURITY;
CREATE POLICY document_in_reach ON document
    USING ((SELECT is_system()) OR (class_open(class)
        AND EXISTS (SELECT FROM place WHERE place.person_id = document.person_id OFFSET 0)));
