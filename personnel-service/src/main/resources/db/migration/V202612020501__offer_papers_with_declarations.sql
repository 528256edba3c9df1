-- A paper that an official offers with a declaration lies beside the dossier, sealed as its papers are. It becomes one of them,
-- and proves the entry that came of it, when the declaration is accepted.
ALTER TABLE document ADD offered_with uuid REFERENCES declaration;
COMMENT ON COLUMN document.offered_with IS 'The declaration that it was offered with: of the dossier only once that is accepted; null for what was taken in';
CREATE INDEX ON document (offered_with) WHERE offered_with IS NOT NULL;
GRANT UPDATE (fact, fact_id) ON document TO ${app};
