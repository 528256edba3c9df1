-- A draft that an import made and that nobody touched since goes with the batch that is taken back, as a registration does.
DROP POLICY decision_file_is_kept ON decision_file;
CREATE POLICY decision_file_is_kept ON decision_file AS RESTRICTIVE FOR DELETE
    USING ((SELECT is_system()) OR revision = 1);
