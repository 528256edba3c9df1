package opencadre.training.certificate;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did something.
 *
 * @param account subject of the identity provider
 * @param name as shown at that time
 * @param reason where one was asked for
 * @param hands whose hand it was, see {@link opencadre.kit.access.Actor#hands}
 */
public record Act(
        String account, String name, Instant at, @Nullable String reason, Set<String> hands) {}
