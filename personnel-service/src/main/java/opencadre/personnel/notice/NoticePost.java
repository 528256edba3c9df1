package opencadre.personnel.notice;

/** Brings a notice to whoever wants it. */
public interface NoticePost {

    /** Nobody can be reached at present; it is tried again later. */
    final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unreachable(Throwable cause) {
            super(cause);
        }
    }

    /** This address takes nothing; to others something may come. */
    final class Undeliverable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Undeliverable(Throwable cause) {
            super(cause);
        }
    }

    /** Whether the house sends any. */
    boolean isOpen();

    /**
     * Says how much waits, and nothing of what it is.
     *
     * @param address as in {@code van.thu@songcong.example}
     * @param waiting how many things wait, at least one
     */
    void send(String address, int waiting);
}
