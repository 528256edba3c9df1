package opencadre.personnel.review.rule;

/**
 * Which state of a dossier somebody looked at, as {@code 12.3}: the revision of the record and that of the CV.
 *
 * @param cv 0 while nothing is in it
 */
public record Version(long record, long cv) {

    /** As it is sent and sent back. */
    public String text() {
        return record + "." + cv;
    }
}
