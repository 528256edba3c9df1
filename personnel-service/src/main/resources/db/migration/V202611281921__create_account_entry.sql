CREATE TABLE account_entry (
    account    text PRIMARY KEY,
    username   text NOT NULL UNIQUE,
    name       text NOT NULL,
    email      text,
    person_id  uuid,
    enabled    boolean NOT NULL,
    administers boolean NOT NULL,
    anew       boolean NOT NULL DEFAULT false,
    let_in     boolean NOT NULL DEFAULT false,
    changed_at timestamptz,
    changed_by text,
    search     text NOT NULL GENERATED ALWAYS AS (fold(lower(name || ' ' || username))) STORED,
    CHECK ((changed_at IS NULL) = (changed_by IS NULL))
);
COMMENT ON TABLE account_entry IS 'Accounts as their administrators keep them; the identity provider follows, see session_to_end';
COMMENT ON COLUMN account_entry.person_id IS 'Whose account it is, so that two accounts of one person are not taken for two people; no key of person, which row-level security hides from administrators';
COMMENT ON COLUMN account_entry.anew IS 'The identity provider has still to take password and second factor away';
COMMENT ON COLUMN account_entry.let_in IS 'The identity provider has still to let it sign in; otherwise one that was shut out there by hand stays so';
COMMENT ON COLUMN account_entry.administers IS 'Has the realm role of a system administrator, as the identity provider last said';
CREATE INDEX ON account_entry (person_id) WHERE person_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON account_entry TO ${app};

CREATE TABLE grant_act (
    id          uuid PRIMARY KEY DEFAULT uuidv7(),
    grant_id    uuid NOT NULL,
    account     text NOT NULL,
    act         text NOT NULL CHECK (act IN ('GIVEN', 'ENDED')),
    by_account  text NOT NULL,
    by_username text NOT NULL,
    at          timestamptz NOT NULL,
    reason      text
);
COMMENT ON TABLE grant_act IS 'Who gave and who ended which right, when and why; only ever added to';
CREATE INDEX ON grant_act (account, grant_id);
CREATE INDEX ON grant_act (by_account);
GRANT SELECT, INSERT ON grant_act TO ${app};
