package opencadre.personnel.document.file;

/** Why a file is not taken. */
enum Fault {
    /** It cannot be read as what it begins as. */
    DAMAGED("document-damaged"),
    /** It opens with a password only, so nobody can say what is in it. */
    ENCRYPTED("document-encrypted"),
    /** It holds macros. */
    MACROS("document-macros"),
    /** It does something when it is opened, or carries other files. */
    ACTIVE("document-active"),
    /** It is two files in one. */
    MIXED("document-mixed");

    private final String code;

    Fault(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
