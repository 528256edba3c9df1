package opencadre.personnel.merge;

import java.util.List;
import java.util.Optional;
import opencadre.personnel.cv.Certificates.Certificate;
import opencadre.personnel.cv.CvEntry;
import opencadre.personnel.document.Document;
import opencadre.personnel.person.PersonFile;
import org.jspecify.annotations.Nullable;

/**
 * Two records side by side, and what stands against making them one.
 *
 * @param compared what both were, see {@link Merge#compared}
 * @param findings what blocks first
 */
public record Comparison(Half kept, Half merged, String compared, List<MergeFinding> findings) {

    /**
     * One of the two.
     *
     * @param entries of the CV, but for restricted ones
     * @param papers those that stand, but for restricted ones
     * @param decisions numbers of issued ones about the person
     * @param hasAccount whether an account is the person's
     */
    public record Half(
            PersonFile file,
            @Nullable String idNumber,
            List<CvEntry> entries,
            List<Document> papers,
            List<String> decisions,
            List<Certificate> certificates,
            boolean hasAccount) {}

    /** What cannot be merged before it is settled; nothing where it may. */
    Optional<MergeOutcome.Unlawful> refusal() {
        List<MergeFinding> blocking =
                findings.stream().filter(MergeFinding::blocks).toList();
        return blocking.isEmpty()
                ? Optional.empty()
                : Optional.of(new MergeOutcome.Unlawful(
                        blocking.stream().map(MergeFinding::finding).distinct().toList()));
    }
}
