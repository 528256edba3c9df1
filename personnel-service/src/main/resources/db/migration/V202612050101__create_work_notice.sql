CREATE TABLE work_notice (
    account text PRIMARY KEY,
    sent_on date
);
COMMENT ON TABLE work_notice IS 'Accounts that want to be told by mail that work waits for them; whoever wants it no more has no line';
COMMENT ON COLUMN work_notice.sent_on IS 'Day of the last one, so that there is one a day at the most, whatever runs beside this';
GRANT SELECT, INSERT, DELETE ON work_notice TO ${app};
GRANT UPDATE (sent_on) ON work_notice TO ${app};
ALTER TABLE work_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY work_notice_of_the_account ON work_notice
    USING ((SELECT is_system()) OR account = (SELECT actor()));
