package opencadre.kit.web;

import java.util.List;
import java.util.function.LongPredicate;
import opencadre.kit.rule.Finding;
import org.springframework.http.HttpStatus;

/** Entity tags of revisions: a change names the revision it was made on. */
public final class Preconditions {

    private Preconditions() {}

    /** The tag of a revision: {@code 4} gives {@code "4"} in quotes. */
    public static String etag(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * Whether a change was made on the revision that stands; it refuses as {@link #check} does. Ask it while the thing
     * is held, so that nothing changes between the question and the change.
     */
    public static LongPredicate madeOn(String ifMatch) {
        return revision -> {
            check(ifMatch, revision);
            return true;
        };
    }

    /** Refuses with 412 when the tag that a change was made on is not the one that stands; 400 for what is no tag. */
    public static void check(String ifMatch, long revision) {
        if (!ifMatch.matches("\"\\d{1,18}\"")) {
            throw Refused.invalid(Finding.of("If-Match", "wrong-form"));
        }
        if (!ifMatch.equals(etag(revision))) {
            throw new Refused(HttpStatus.PRECONDITION_FAILED, "stale", List.of());
        }
    }
}
