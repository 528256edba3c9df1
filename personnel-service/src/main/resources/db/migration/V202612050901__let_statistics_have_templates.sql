-- Statistics are printed with a template of their own, an .xlsx.
ALTER TABLE paper_template DROP CONSTRAINT paper_template_kind_check,
    ADD CONSTRAINT paper_template_kind_check
        CHECK (kind IN ('CV_TT06', 'CV_TCTW98', 'DECISION', 'EXTRACT_LIST', 'STATISTICS'));
ALTER TABLE paper_template_use DROP CONSTRAINT paper_template_use_kind_check,
    ADD CONSTRAINT paper_template_use_kind_check
        CHECK (kind IN ('CV_TT06', 'CV_TCTW98', 'DECISION', 'EXTRACT_LIST', 'STATISTICS'));
COMMENT ON TABLE paper_template IS 'Versions of the templates that papers are printed with (.docx, of statistics .xlsx), as they were brought';
