package opencadre.personnel.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round with its parts, as far as the actor reaches them: late ones first, then the least done.
 *
 * @param unitName of the unit over which it was opened
 * @param closable whether the actor's reach lets them close it, where their role does
 */
public record ReviewView(Review review, @Nullable String unitName, List<Part> parts, boolean closable) {}
