package opencadre.local;

import java.nio.file.Path;
import java.time.Duration;

/** Told what happens to the parts of a {@link Stack}; may be called from several threads. */
public interface Progress {

    /** Says nothing. */
    Progress SILENT = new Progress() {};

    /** A part is being started. */
    default void starting(String part) {}

    /** A part answers, so long after the whole began to start. */
    default void ready(String part, Duration elapsed) {}

    /** A part has ended although nobody asked it to. */
    default void died(String part, Path log) {}
}
