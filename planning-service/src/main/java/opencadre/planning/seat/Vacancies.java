package opencadre.planning.seat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Regulations;
import opencadre.planning.vacancy.rule.VacancyRules;
import opencadre.planning.vacancy.rule.VacancyRules.End;
import opencadre.planning.vacancy.rule.VacancyRules.Foresight;
import opencadre.planning.vacancy.rule.VacancyRules.Holding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Foresees when seats fall vacant, by the law of the day asked for. */
@Component
public class Vacancies {

    private final Regulations regulations;

    Vacancies(Regulations regulations) {
        this.regulations = regulations;
    }

    /** A holding and the first end of it that is known. */
    private record Held(LocalDate from, @Nullable End end) {

        boolean isOn(LocalDate day) {
            return !from.isAfter(day) && (end == null || end.vacantFrom().isAfter(day));
        }
    }

    /**
     * The outlook of a seat on a day. Who is only acting fills no place; a holder to come fills it from the first day,
     * so that a seat that passes from one to the next is not vacant.
     *
     * @param holders of the day and of later days
     */
    public Outlook outlook(Seat seat, List<Holder> holders, LocalDate day) {
        List<Outlook.Foreseen> foresights = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        for (Holder holder : holders) {
            if (holder.acting()) {
                continue;
            }
            Foresight foresight = foresight(seat, holder, day);
            held.add(new Held(holder.from(), foresight.first().orElse(null)));
            if (holder.isOn(day)) {
                foresights.add(new Outlook.Foreseen(holder.personId(), foresight));
            }
        }
        if (isFree(seat, held, day)) {
            return new Outlook(foresights, day, Outlook.Reason.NOT_HELD, null);
        }
        return held.stream()
                .map(Held::end)
                .filter(end -> end != null && end.vacantFrom().isAfter(day))
                .sorted(Comparator.comparing(End::vacantFrom).thenComparing(End::reason))
                .filter(end -> isFree(seat, held, end.vacantFrom()))
                .findFirst()
                .map(end -> new Outlook(
                        foresights,
                        end.vacantFrom(),
                        Outlook.Reason.valueOf(end.reason().name()),
                        confidence(end)))
                .orElse(new Outlook(foresights, null, null, null));
    }

    /** The least certain of what an end stands on; what a decision alone set is certain. */
    public static Confidence confidence(End end) {
        return end.bases().stream()
                .map(Basis::confidence)
                .reduce(Confidence::and)
                .orElse(Confidence.CONFIRMED);
    }

    private static boolean isFree(Seat seat, List<Held> held, LocalDate day) {
        return held.stream().filter(each -> each.isOn(day)).count() < seat.places();
    }

    private Foresight foresight(Seat seat, Holder holder, LocalDate day) {
        return VacancyRules.foresee(
                new Holding(
                        holder.from(),
                        holder.termMonths(),
                        VacancyRules.isForATerm(seat.kind()) ? holder.bodyTermEnds() : null,
                        seat.termMonths(),
                        holder.to(),
                        holder.stay(),
                        holder.birth(),
                        holder.female(),
                        null),
                seat.regime(),
                regulations,
                day);
    }
}
