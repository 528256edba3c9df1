CREATE TABLE saved_filter (
    account  text NOT NULL,
    id       uuid NOT NULL,
    name     text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    query    text NOT NULL CHECK (length(query) BETWEEN 1 AND 1000),
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (account, id),
    UNIQUE (account, name)
);
COMMENT ON TABLE saved_filter IS 'Filters of the list of people that an account keeps under a name; whoever asks sees the own ones';
COMMENT ON COLUMN saved_filter.id IS 'Drawn by the account, and unique within it: an id of somebody else is never met';
COMMENT ON COLUMN saved_filter.query IS 'As the address of the list carries it, without the day';
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_filter TO ${app};
ALTER TABLE saved_filter ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_filter FORCE ROW LEVEL SECURITY;
CREATE POLICY saved_filter_of_the_account ON saved_filter
    USING ((SELECT is_system()) OR account = (SELECT actor()));
