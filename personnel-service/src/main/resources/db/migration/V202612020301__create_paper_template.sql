-- Templates of papers, as users bring them. They are of the whole house and tell of nobody. Nothing is changed or taken away: what
-- was printed with is known for good, and one can go back to it.
CREATE TABLE paper_template (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('CV_TT06', 'CV_TCTW98', 'DECISION', 'EXTRACT_LIST')),
    file            text NOT NULL,
    size            integer NOT NULL CHECK (size BETWEEN 1 AND 2000000),
    sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    note            text NOT NULL,
    missing         text[] NOT NULL,
    content         bytea NOT NULL CHECK (octet_length(content) = size),
    brought_by      text NOT NULL,
    brought_by_name text NOT NULL,
    brought_hands   text[] NOT NULL,
    brought_at      timestamptz NOT NULL,
    CONSTRAINT paper_template_of_a_kind UNIQUE (kind, id),
    CONSTRAINT paper_template_bringer_whole CHECK (brought_by = ANY (brought_hands))
);
COMMENT ON TABLE paper_template IS 'Versions of the templates that papers are printed with (.docx), as they were brought';
COMMENT ON COLUMN paper_template.missing IS 'Places of the house''s own template that it has not, when it was brought';
COMMENT ON COLUMN paper_template.brought_hands IS 'Whose hand brought it: the account, whose it is, and who handed the right on; none of them may put it in force';
-- A .docx is packed already.
ALTER TABLE paper_template ALTER COLUMN content SET STORAGE EXTERNAL;
GRANT SELECT, INSERT ON paper_template TO ${app};

CREATE TABLE paper_template_use (
    kind        text NOT NULL CHECK (kind IN ('CV_TT06', 'CV_TCTW98', 'DECISION', 'EXTRACT_LIST')),
    revision    bigint NOT NULL CHECK (revision > 0),
    template_id uuid,
    reason      text NOT NULL,
    put_by      text NOT NULL,
    put_by_name text NOT NULL,
    put_hands   text[] NOT NULL,
    put_at      timestamptz NOT NULL,
    PRIMARY KEY (kind, revision),
    FOREIGN KEY (kind, template_id) REFERENCES paper_template (kind, id),
    CONSTRAINT paper_template_use_whole CHECK (put_by = ANY (put_hands))
);
COMMENT ON TABLE paper_template_use IS 'Which template papers of a kind are printed with, from when on; the latest revision is in force';
COMMENT ON COLUMN paper_template_use.template_id IS 'The version; none for the house''s own, of its directory or of the service';
GRANT SELECT, INSERT ON paper_template_use TO ${app};

-- Whose accounts these are is added here, so that no caller can leave it out, also where it became known since it was brought.
CREATE FUNCTION paper_template_hands() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.brought_hands := hands(NEW.brought_hands || NEW.brought_by);
    RETURN NEW;
END
$$;
CREATE TRIGGER paper_template_hands BEFORE INSERT ON paper_template FOR EACH ROW EXECUTE FUNCTION paper_template_hands();

CREATE FUNCTION paper_template_four_eyes() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.put_hands := hands(NEW.put_hands || NEW.put_by);
    IF EXISTS (SELECT FROM paper_template t WHERE t.id = NEW.template_id AND hands(t.brought_hands) && NEW.put_hands) THEN
        RAISE check_violation USING MESSAGE = 'paper_template_four_eyes: whoever brought it does not put it in force',
            TABLE = 'paper_template_use', CONSTRAINT = 'paper_template_four_eyes';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER paper_template_four_eyes BEFORE INSERT ON paper_template_use
    FOR EACH ROW EXECUTE FUNCTION paper_template_four_eyes();
