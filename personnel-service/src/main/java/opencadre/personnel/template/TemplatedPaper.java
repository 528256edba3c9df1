package opencadre.personnel.template;

import opencadre.personnel.document.rule.FileKind;

/** Papers whose template is the users' own. */
public enum TemplatedPaper {
    /** The CV of Thông tư 06/2023/TT-BNV. */
    CV_TT06("cv-tt06", FileKind.DOCX),
    /** Mẫu 2C/TCTW-98. */
    CV_TCTW98("cv-2c-tctw98", FileKind.DOCX),
    DECISION("decision", FileKind.DOCX),
    EXTRACT_LIST("extract-list", FileKind.DOCX),
    /** The forms of statistics, which are sheets. */
    STATISTICS("statistics", FileKind.XLSX);

    private final String title;
    private final FileKind type;

    TemplatedPaper(String title, FileKind type) {
        this.title = title;
        this.type = type;
    }

    /** The name under which it is looked for, as {@code decision.docx}. */
    public String file() {
        return title + (type == FileKind.XLSX ? ".xlsx" : ".docx");
    }

    /** The same without its ending. */
    public String title() {
        return title;
    }

    /** Of which type its templates are. */
    public FileKind type() {
        return type;
    }
}
