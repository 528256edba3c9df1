package opencadre.personnel.seat.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import opencadre.kit.time.Period;
import org.jspecify.annotations.Nullable;

/** What a seat allows. These follow from the meaning of the words, not from a regulation. */
public final class SeatRules {

    private SeatRules() {}

    /** Days on which somebody holds a seat; acting, it is not taken. */
    public record Taken(Period period, boolean acting) {}

    /** A breach: the field, and the code of its text. */
    public record Breach(String field, String code) {}

    /** A seat as a post in it is judged. */
    public record Facts(Period stands, int holders, List<Taken> taken) {}

    /** What is against a post in the seat over a period. */
    public static List<Breach> againstPost(Facts seat, Period post, boolean acting) {
        List<Breach> breaches = new ArrayList<>();
        if (!seat.stands().encloses(post)) {
            breaches.add(new Breach("validFrom", "seat-does-not-stand"));
        }
        if (!acting && mostAtOnce(seat.taken(), post) >= seat.holders()) {
            breaches.add(new Breach("seatId", "seat-is-held"));
        }
        return breaches;
    }

    /** What is against a seat standing so, with the posts that are held in it. */
    public static List<Breach> againstSeat(Facts seat) {
        List<Breach> breaches = new ArrayList<>();
        if (seat.taken().stream().anyMatch(taken -> !seat.stands().encloses(taken.period()))) {
            breaches.add(new Breach("validTo", "seat-is-held-longer"));
        }
        if (mostAtOnce(seat.taken(), null) > seat.holders()) {
            breaches.add(new Breach("holders", "seat-has-more-holders"));
        }
        return breaches;
    }

    /** The most that hold it in full on any day of a period; on any day at all when none is given. */
    static int mostAtOnce(List<Taken> taken, @Nullable Period within) {
        List<Period> full = taken.stream()
                .filter(one -> !one.acting())
                .map(Taken::period)
                .filter(period -> within == null || period.overlaps(within))
                .toList();
        // The number only ever rises on a first day of somebody.
        Stream<LocalDate> rises = full.stream()
                .map(period -> within != null && period.from().isBefore(within.from()) ? within.from() : period.from());
        return rises.mapToInt(day -> (int)
                        full.stream().filter(period -> period.contains(day)).count())
                .max()
                .orElse(0);
    }

    /** Somebody is named for a seat while it stands, or before; not once it has ended. */
    public static List<Breach> againstNomination(Period stands, LocalDate day) {
        return stands.to() == null || day.isBefore(stands.to())
                ? List.of()
                : List.of(new Breach("seatId", "seat-does-not-stand"));
    }
}
