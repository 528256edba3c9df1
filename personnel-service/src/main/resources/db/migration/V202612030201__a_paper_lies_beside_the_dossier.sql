-- Whether a paper that was offered is of the dossier was asked of its declaration, which whoever reaches the record that
-- another went into may not see. The paper says it itself.
SELECT set_config('opencadre.system', 'on', true);
ALTER TABLE document ADD beside boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN document.beside IS 'Lies beside the dossier: offered with a declaration that is not accepted';
UPDATE document
   SET beside = true
  FROM declaration d
 WHERE d.id = document.offered_with
   AND d.state <> 'ACCEPTED';
ALTER TABLE document ADD CHECK (offered_with IS NOT NULL OR NOT beside);
GRANT UPDATE (beside) ON document TO ${app};
