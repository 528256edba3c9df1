ALTER TABLE conduct
    ADD track text CHECK (track IN ('PARTY', 'STATE')),
    ADD authority text,
    ADD matter text,
    ADD CONSTRAINT conduct_said_of_disciplines_alone
        CHECK (kind = 'DISCIPLINE' OR (track IS NULL AND authority IS NULL AND matter IS NULL));
COMMENT ON COLUMN conduct.track IS 'Of a discipline: of the Party or of the administration; null where nobody said';
COMMENT ON COLUMN conduct.authority IS 'Of a discipline: who decided it';
COMMENT ON COLUMN conduct.matter IS 'Of a discipline: what for';
ALTER TABLE conduct_past
    ADD track text,
    ADD authority text,
    ADD matter text;
