package opencadre.planning.work;

import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a post who is old enough to retire soon.
 *
 * @param post as in {@code Chủ tịch UBND – Phường Sông Công}
 * @param to first day after the post, or null while open
 */
public record Retiree(
        UUID personId,
        String personName,
        PartialDate birth,
        boolean female,
        String post,
        @Nullable LocalDate to) {}
