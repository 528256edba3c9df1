ALTER TABLE plan_entry
    ADD COLUMN paper_decision text,
    ADD COLUMN paper_on date,
    ADD CONSTRAINT plan_entry_paper_whole CHECK (num_nulls(paper_decision, paper_on) IN (0, 2));
ALTER TABLE plan_entry_past ADD COLUMN paper_decision text, ADD COLUMN paper_on date;
COMMENT ON COLUMN plan_entry.paper_decision IS 'Decision of the past from which the proposal was taken; it approves nothing by itself';
