package opencadre.demo;

/** The system does not answer, or not as its contract says: the load ends here and a later one completes it. */
public final class Unavailable extends RuntimeException {

    Unavailable(String message) {
        super(message);
    }

    Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
