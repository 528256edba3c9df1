package opencadre.personnel.declaration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.personnel.cv.rule.CvClass;
import org.jspecify.annotations.Nullable;

/**
 * Where declarations are kept. Every method runs inside the transaction that knows the actor, and the class that was
 * opened.
 */
public interface Declarations {

    /** The last line of a page. */
    record Position(Instant declaredAt, UUID id) {}

    /** Records one that waits. */
    void add(Declaration declaration);

    /** How many of a person wait, of every class. */
    int waiting(UUID personId);

    /** One of a person and class, held until the end of the transaction. */
    Optional<Declaration> lock(UUID personId, CvClass fieldClass, UUID id);

    /** Keeps how one ended, and which entry came of it. */
    void end(Declaration declaration);

    /** Those of a person and class, the newest first. */
    List<Declaration> page(UUID personId, CvClass fieldClass, @Nullable Position after, int limit);
}
