package opencadre.kit.events;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work of the service itself in a transaction that reaches everything, under a name. */
@FunctionalInterface
public interface SystemWork {

    <T extends @Nullable Object> T run(String name, Supplier<T> work);
}
