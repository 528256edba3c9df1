package opencadre.personnel.document;

/** What is kept is not what was sealed, or the keys are others. */
public final class BrokenSeal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenSeal(String message, Throwable cause) {
        super(message, cause);
    }
}
