package opencadre.personnel.document;

import java.util.Optional;

/**
 * Beside the papers: a known text under the keys they were sealed under. Of nobody, so it is asked without an actor.
 */
public interface KeyProbe {

    /** None in a database in which nothing was sealed yet. */
    Optional<byte[]> kept();

    /** Keeps it, unless another instance was faster; what is kept. */
    byte[] keep(byte[] probe);
}
