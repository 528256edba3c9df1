CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text NOT NULL,
    key        text NOT NULL,
    slot       smallint NOT NULL GENERATED ALWAYS AS (abs(hashtext(key) % 16)) STORED,
    revision   bigint NOT NULL,
    type       text NOT NULL,
    payload    text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE outbox IS 'State to be sent, written with the change; deleted once the broker has acknowledged it. No payload = erased';
CREATE INDEX ON outbox (slot, id);
GRANT SELECT, INSERT, DELETE ON outbox TO ${app};

CREATE TABLE outbox_parked (
    topic     text NOT NULL,
    key       text NOT NULL,
    error     text NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (topic, key)
);
COMMENT ON TABLE outbox_parked IS 'Keys the broker refuses for good; their rows wait for a replay while the others go on';
GRANT SELECT, INSERT, DELETE ON outbox_parked TO ${app};

CREATE TABLE replica (
    topic      text PRIMARY KEY,
    generation uuid NOT NULL DEFAULT gen_random_uuid()
);
COMMENT ON TABLE replica IS 'A new generation reads its topic from the beginning';
GRANT SELECT, INSERT, UPDATE ON replica TO ${app};

CREATE TABLE inbox (
    topic      text NOT NULL,
    key        text NOT NULL,
    revision   bigint NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (topic, key)
);
COMMENT ON TABLE inbox IS 'The newest revision of each key whose effect is here, written with the effect';
GRANT SELECT, INSERT, UPDATE, DELETE ON inbox TO ${app};

CREATE TABLE inbox_parked (
    topic     text NOT NULL,
    key       text NOT NULL,
    revision  bigint NOT NULL,
    payload   text,
    error     text NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (topic, key)
);
COMMENT ON TABLE inbox_parked IS 'Records whose effect failed, newest of each key; the others go on';
GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_parked TO ${app};

-- What is under way carries people's data: only the service itself reads it.
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY outbox_write ON outbox FOR INSERT WITH CHECK (true);
CREATE POLICY outbox_send ON outbox USING ((SELECT is_system()));
ALTER TABLE inbox_parked ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox_parked FORCE ROW LEVEL SECURITY;
CREATE POLICY inbox_parked_own ON inbox_parked USING ((SELECT is_system()));
