package opencadre.personnel.reorganisation;

import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/**
 * A post in a unit that ends, held on that day or later, as far as the reader sees its holder.
 *
 * @param termEnds the day on which its term is over, where it has one
 * @param placement where its holder goes on; null while nobody has said
 */
public record AffectedPost(
        UUID assignmentId,
        UUID personId,
        String personName,
        UUID unitId,
        String title,
        ManagementScope scope,
        boolean concurrent,
        boolean acting,
        @Nullable UUID seatId,
        @Nullable LocalDate termEnds,
        Period valid,
        @Nullable Placement placement) {}
