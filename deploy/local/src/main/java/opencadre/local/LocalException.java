package opencadre.local;

/** Something on this machine stands in the way; the message says in one sentence what, and what to do. */
public final class LocalException extends RuntimeException {

    LocalException(String message) {
        super(message);
    }

    LocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
