package opencadre.personnel.seat;

import java.util.List;
import java.util.stream.Stream;
import opencadre.kit.access.Reach;
import opencadre.kit.access.Units;

/** A unit with all below it, in every management scope. */
public final class EveryScope {

    /** No place of a post is of another class. */
    private static final int ORDINARY = 0;

    private static final List<Integer> SCOPES =
            Stream.of(ManagementScope.values()).map(Enum::ordinal).toList();

    private EveryScope() {}

    /** What whoever sees everybody there reaches. */
    public static Reach of(Units.Node node) {
        return Reach.of(List.of(new Reach.Opening(node.lo(), node.hi(), SCOPES, ORDINARY)));
    }
}
