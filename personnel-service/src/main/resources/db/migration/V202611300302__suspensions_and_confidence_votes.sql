ALTER TABLE conduct
    ADD votes smallint[],
    DROP CONSTRAINT conduct_kind_check,
    ADD CONSTRAINT conduct_kind_check
        CHECK (kind IN ('RATING', 'DISCIPLINE', 'HEALTH_CERTIFICATE', 'SUSPENSION', 'CONFIDENCE_VOTE')),
    DROP CONSTRAINT conduct_check,
    ADD CONSTRAINT conduct_word_of_its_kind CHECK ((word IS NOT NULL) = (kind IN ('RATING', 'DISCIPLINE'))),
    ADD CONSTRAINT conduct_votes_of_its_kind CHECK ((votes IS NOT NULL) = (kind = 'CONFIDENCE_VOTE')),
    ADD CONSTRAINT conduct_votes_are_three CHECK (votes IS NULL OR (cardinality(votes) = 3 AND 0 <= ALL (votes)));
COMMENT ON TABLE conduct IS 'Yearly ratings, disciplines, suspensions, confidence votes and health certificates of a person, as believed now';
COMMENT ON COLUMN conduct.valid IS 'The year of a rating; of a discipline from its decision until it is revoked; the days of a suspension; from the day of a vote, and from the issue of a certificate';
COMMENT ON COLUMN conduct.votes IS 'Ballots of high confidence, of confidence, of low confidence: tallies, never who voted how';
ALTER TABLE conduct_past ADD votes smallint[];
