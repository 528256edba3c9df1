CREATE TABLE pre_approval (
    scope      text NOT NULL,
    mode       text NOT NULL CHECK (mode IN ('STORE', 'POINTER')),
    valid_from date NOT NULL,
    reason     text NOT NULL,
    account    text NOT NULL,
    name       text NOT NULL,
    said_at    timestamptz NOT NULL,
    PRIMARY KEY (scope, valid_from, said_at)
);
COMMENT ON TABLE pre_approval IS 'Whether what is prepared for posts of a management scope is kept before its approval; only added to, the latest said of a day holds';
GRANT SELECT, INSERT ON pre_approval TO ${app};
