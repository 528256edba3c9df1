package opencadre.personnel.seat;

import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.personnel.unit.Tree;
import org.jspecify.annotations.Nullable;

/**
 * A post that exists whether or not somebody holds it.
 *
 * @param tree of its unit
 * @param kind how somebody comes into it
 * @param regime whose rules hold for its holder
 * @param scope who decides about its holder
 * @param holders how many may hold it at once; acting ones are not counted
 * @param termMonths length of a term; null where the law's own holds
 * @param valid the days on which it stands
 * @param instrument the legal act, as in {@code 1683/NQ-UBTVQH15}
 */
public record Seat(
        UUID id,
        UUID unitId,
        Tree tree,
        Title title,
        SeatKind kind,
        Regime regime,
        ManagementScope scope,
        int holders,
        @Nullable Integer termMonths,
        Period valid,
        String instrument) {

    /** The same with what a legal act changes of a seat that stands. */
    public Seat changed(int newHolders, @Nullable LocalDate newEnd, String newInstrument) {
        return new Seat(
                id,
                unitId,
                tree,
                title,
                kind,
                regime,
                scope,
                newHolders,
                termMonths,
                new Period(valid.from(), newEnd),
                newInstrument);
    }

    /** Whether it differs from the other only in what a legal act changes of a seat that stands. */
    boolean isChangeOf(Seat standing) {
        return equals(standing.changed(holders, valid.to(), instrument));
    }
}
