package opencadre.kit.word;

import java.util.Optional;

/** Where a service keeps templates that its users have put in force. */
@FunctionalInterface
public interface TemplateSource {

    /** Where users bring none. */
    TemplateSource NONE = name -> Optional.empty();

    /** The one that is in force under a name, as {@code decision.docx}; asked within the transaction of a request. */
    Optional<byte[]> inForce(String name);
}
