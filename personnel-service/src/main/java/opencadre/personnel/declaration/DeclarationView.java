package opencadre.personnel.declaration;

import opencadre.personnel.cv.CvEntry;
import org.jspecify.annotations.Nullable;

/**
 * A declaration beside what stands.
 *
 * @param standing the entry as it is believed now; null where there is none
 */
public record DeclarationView(
        Declaration declaration, @Nullable CvEntry standing) {

    /** Whether the entry that a waiting declaration is about is no longer what the official saw. */
    public boolean changedSince() {
        return declaration.state() == Declaration.State.WAITING
                && declaration.wanted().act() != Declaration.Act.ADD
                && (standing == null
                        || !standing.recorded()
                                .from()
                                .equals(declaration.wanted().believedFrom()));
    }
}
