package opencadre.personnel.template;

/** Papers whose template is the users' own. */
public enum TemplatedPaper {
    /** The CV of Thông tư 06/2023/TT-BNV. */
    CV_TT06("cv-tt06.docx"),
    /** Mẫu 2C/TCTW-98. */
    CV_TCTW98("cv-2c-tctw98.docx"),
    DECISION("decision.docx"),
    EXTRACT_LIST("extract-list.docx");

    private final String file;

    TemplatedPaper(String file) {
        this.file = file;
    }

    /** The name under which it is looked for. */
    public String file() {
        return file;
    }
}
