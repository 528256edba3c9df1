package opencadre.planning.vacancy.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.PartialDate;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.vacancy.rule.RetirementRules.Retirement;
import org.jspecify.annotations.Nullable;

/**
 * When a seat falls vacant: with the end that a decision already set, the return of whoever was sent there, the
 * holder's retirement or the end of the term, whichever is first. Terms are of 5 years: Decree 170/2025 for civil
 * servants, Decree 115/2020 for public employees.
 */
public final class VacancyRules {

    /** The kinds of decision that send somebody to a post for a time, after which a return is planned. */
    public static final Set<String> SENDING = Set.of("ROTATE", "SECOND");

    private static final Set<String> FOR_A_TERM = Set.of("ELECTED", "RATIFIED", "DESIGNATED");

    private VacancyRules() {}

    /** Why a seat falls vacant; of several on one day, what was decided comes first. */
    public enum Reason {
        DECIDED_END,
        RETURN,
        RETIREMENT,
        TERM_END
    }

    /**
     * Of whoever was rotated or seconded to the seat.
     *
     * @param plannedReturn the day for which the decision plans the return, or null where it plans none
     */
    public record Stay(@Nullable LocalDate plannedReturn) {}

    /**
     * Who holds the seat. Of what is known of the term the decision's own length comes first, then the term of office
     * of the body, then the length that the seat has, then that of the law.
     *
     * @param termFrom first day of the running term, or null when it is not known
     * @param termMonths length that the decision itself gives, or null
     * @param bodyTermEnds end of the term of office of the body, for a seat that is held for one, or null
     * @param seatMonths length of a term in the seat, or null for that of the law
     * @param decidedEnd first day after the post by a decision, or null while open
     * @param stay null of whoever was not sent
     */
    public record Holding(
            @Nullable LocalDate termFrom,
            @Nullable Integer termMonths,
            @Nullable LocalDate bodyTermEnds,
            @Nullable Integer seatMonths,
            @Nullable LocalDate decidedEnd,
            @Nullable Stay stay,
            @Nullable PartialDate birth,
            boolean female,
            @Nullable RetirementOverride override) {}

    /**
     * Whether a seat of a kind is held for the term of office of its body: whoever is elected, ratified or designated.
     */
    public static boolean isForATerm(String seatKind) {
        return FOR_A_TERM.contains(seatKind);
    }

    /**
     * One end of the holding.
     *
     * @param vacantFrom first day without the holder
     * @param bases what the law says; none for what a decision alone set
     */
    public record End(Reason reason, LocalDate vacantFrom, List<Basis> bases, List<Bilingual> notes) {}

    /**
     * The ends known, earliest first.
     *
     * @param unknown what could not be reckoned: the seat may fall vacant earlier than the first end says
     */
    public record Foresight(List<End> ends, List<Bilingual> unknown) {

        /** The end by which the seat falls vacant; nothing when none is known. */
        public Optional<End> first() {
            return ends.stream().findFirst();
        }
    }

    /** What is foreseen for a seat by the law of a day. */
    public static Foresight foresee(Holding holding, Regime regime, Regulations regulations, LocalDate lawDay) {
        List<End> ends = new ArrayList<>();
        List<Bilingual> unknown = new ArrayList<>();
        if (holding.decidedEnd() != null) {
            ends.add(new End(Reason.DECIDED_END, holding.decidedEnd(), List.of(), List.of()));
        }
        if (holding.stay() != null) {
            LocalDate back = holding.stay().plannedReturn();
            if (back == null) {
                unknown.add(Messages.of("return-not-planned"));
            } else {
                ends.add(new End(Reason.RETURN, back, List.of(), List.of()));
            }
        }
        switch (RetirementRules.retirement(
                holding.birth(), holding.female(), holding.override(), regulations, lawDay)) {
            case Retirement.Foreseen foreseen ->
                ends.add(
                        new End(Reason.RETIREMENT, foreseen.lastDay().plusDays(1), foreseen.bases(), foreseen.notes()));
            case Retirement.NotKnown notKnown -> unknown.add(notKnown.why());
        }
        term(holding, regime, regulations, lawDay)
                .ifPresentOrElse(ends::add, () -> unknown.add(Messages.of("term-not-known")));
        ends.sort(Comparator.comparing(End::vacantFrom).thenComparing(End::reason));
        return new Foresight(List.copyOf(ends), List.copyOf(unknown));
    }

    private static Optional<End> term(Holding holding, Regime regime, Regulations regulations, LocalDate lawDay) {
        LocalDate from = holding.termFrom();
        if (from != null && holding.termMonths() != null) {
            return Optional.of(after(from, holding.termMonths(), List.of()));
        }
        if (holding.bodyTermEnds() != null) {
            return Optional.of(new End(
                    Reason.TERM_END, holding.bodyTermEnds(), List.of(), List.of(Messages.of("term-of-the-body"))));
        }
        if (from == null) {
            return Optional.empty();
        }
        return holding.seatMonths() != null
                ? Optional.of(after(from, holding.seatMonths(), List.of()))
                : regime.term(regulations, lawDay).map(term -> after(from, term.number(), List.of(term.basis())));
    }

    private static End after(LocalDate from, int months, List<Basis> bases) {
        return new End(Reason.TERM_END, from.plusMonths(months), bases, List.of());
    }
}
