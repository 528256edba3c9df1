package opencadre.kit.web;

/**
 * What was begun to be sent cannot be finished. No problem can be answered any more: the connection ends instead of the
 * answer, so that nobody takes the half of it for the whole.
 */
public final class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenOff(String where, Throwable cause) {
        super(where, cause);
    }
}
