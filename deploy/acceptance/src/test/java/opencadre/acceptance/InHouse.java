package opencadre.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one {@link House} to the tests; the last of them closes it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InHouse.Door.class)
@interface InHouse {

    /** Opens the house at the first question for it. */
    final class Door implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(House.class);
        }

        @Override
        public House resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Opened.class, type -> Opened.once(), Opened.class)
                    .house();
        }
    }

    /** The house, or why there is none: it is not tried again for each test. */
    record Opened(@Nullable House opened, @Nullable RuntimeException failure) implements AutoCloseable {

        static Opened once() {
            try {
                return new Opened(House.open(), null);
            } catch (RuntimeException e) {
                return new Opened(null, e);
            }
        }

        House house() {
            if (opened == null) {
                throw new IllegalStateException("The house did not open", failure);
            }
            return opened;
        }

        @Override
        public void close() {
            if (opened != null) {
                opened.close();
            }
        }
    }
}
