package opencadre.personnel.document;

import java.util.List;
import opencadre.kit.rule.Finding;
import opencadre.personnel.document.rule.FileKind;
import org.jspecify.annotations.Nullable;

/** Looks at a file before it is kept: what it is by its content, and whether it does anything but show. */
public interface Inspection {

    /**
     * What was found.
     *
     * @param kind null when it is none that is taken
     * @param findings against it; empty when it is taken
     */
    record Report(@Nullable FileKind kind, List<Finding> findings) {}

    /**
     * Looks at one.
     *
     * @param file its name, which must end as files of its kind do
     */
    Report inspect(String file, byte[] content);
}
