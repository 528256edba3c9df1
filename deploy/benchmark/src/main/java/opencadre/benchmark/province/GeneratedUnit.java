package opencadre.benchmark.province;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit with its numbers in the tree.
 *
 * @param name as in {@code Phòng Kinh tế xã An Khê}
 * @param type as in {@code PHONG}
 * @param agencyCode electronic identifier, as {@code B4711.00017}
 * @param lo its own position, as personnel's {@code Interval} would give it
 * @param hi the last position below it
 */
public record GeneratedUnit(
        UUID id,
        Tree tree,
        Level level,
        String name,
        String type,
        String agencyCode,
        @Nullable UUID parentId,
        long lo,
        long hi) {}
