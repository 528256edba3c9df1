CREATE TABLE title (
    code           text PRIMARY KEY CHECK (code ~ '^[A-Z0-9_]{2,40}$'),
    name           text NOT NULL,
    rank           integer NOT NULL CHECK (rank > 0),
    leadership     boolean NOT NULL,
    theory_asked   text,
    standard_basis text
);
COMMENT ON TABLE title IS 'The catalogue of titles; public reference data';
COMMENT ON COLUMN title.rank IS 'A smaller number is a higher title, titles of one number are of one height';
COMMENT ON COLUMN title.theory_asked IS 'Level of political theory that the standard of the title asks';
GRANT SELECT, INSERT, UPDATE ON title TO ${app};

-- One row for a pair, so that being equal always goes both ways. No reference to the catalogue: of two equal titles one
-- is entered first.
CREATE TABLE title_equal (
    code       text NOT NULL,
    equal_code text NOT NULL,
    PRIMARY KEY (code, equal_code),
    CHECK (code < equal_code)
);
COMMENT ON TABLE title_equal IS 'Titles declared equal, as a pair in the order of their codes';
CREATE INDEX ON title_equal (equal_code);
GRANT SELECT, INSERT, DELETE ON title_equal TO ${app};
