package opencadre.personnel.template;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template, as it was brought; never changed.
 *
 * @param file its name, as it came
 * @param size in bytes
 * @param sha256 of its content
 * @param note what is new in it, as whoever brought it says
 * @param missing places of the house's own template that it has not
 */
public record PaperTemplate(
        UUID id,
        TemplatedPaper kind,
        String file,
        int size,
        String sha256,
        String note,
        List<String> missing,
        Act brought) {

    /**
     * Who did something and when.
     *
     * @param by the account
     * @param name of whoever signed in
     * @param hands whose hand it was
     */
    public record Act(String by, String name, Set<String> hands, Instant at) {}

    /**
     * That papers of a kind are printed with a template from a moment on.
     *
     * @param revision 1 for the first of its kind
     * @param templateId null for the house's own
     */
    public record Use(
            TemplatedPaper kind, long revision, @Nullable UUID templateId, String reason, Act put) {}
}
