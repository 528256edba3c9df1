-- A registration made in error, as one line of an import that is taken back, goes with everything that hangs on it.
GRANT DELETE ON person TO ${app};
-- So do seats and titles on which nothing stands yet.
GRANT DELETE ON seat, title TO ${app};
ALTER TABLE id_number DROP CONSTRAINT id_number_person_id_fkey;
ALTER TABLE id_number ADD FOREIGN KEY (person_id) REFERENCES person ON DELETE CASCADE;
ALTER TABLE identity DROP CONSTRAINT identity_id_fkey;
ALTER TABLE identity ADD FOREIGN KEY (id) REFERENCES person ON DELETE CASCADE;
ALTER TABLE identity_past ADD FOREIGN KEY (id) REFERENCES person ON DELETE CASCADE;
ALTER TABLE assignment DROP CONSTRAINT assignment_person_id_fkey;
ALTER TABLE assignment ADD FOREIGN KEY (person_id) REFERENCES person ON DELETE CASCADE;
ALTER TABLE assignment_past ADD FOREIGN KEY (person_id) REFERENCES person ON DELETE CASCADE;
ALTER TABLE conduct DROP CONSTRAINT conduct_person_id_fkey;
ALTER TABLE conduct ADD FOREIGN KEY (person_id) REFERENCES person ON DELETE CASCADE;
ALTER TABLE conduct_past ADD FOREIGN KEY (person_id) REFERENCES person ON DELETE CASCADE;
ALTER TABLE custody_ahead DROP CONSTRAINT custody_ahead_person_id_fkey;
ALTER TABLE custody_ahead ADD FOREIGN KEY (person_id) REFERENCES person ON DELETE CASCADE;
