package opencadre.planning.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.LegalDay;
import opencadre.planning.vacancy.rule.RetirementRules;
import opencadre.planning.vacancy.rule.RetirementRules.Retirement;
import org.springframework.stereotype.Component;

/**
 * People who are to be told of their retirement: computed each time. One waits from two months before the law's last
 * day for it, and goes when a decision ends the post by then.
 */
@Component
public class Retiring {

    private static final int MONTHS_AHEAD = 2;

    private final Retirees retirees;
    private final Regulations regulations;

    Retiring(Retirees retirees, Regulations regulations) {
        this.retirees = retirees;
        this.regulations = regulations;
    }

    /** For an actor as far as they may open procedures; nothing by a law that was not read. */
    public List<WorkItem> of(Actor writer) {
        LocalDate today = writer.today();
        Optional<Parameter> notice = regulations.parameter("retirement.notice", today);
        if (notice.isEmpty()) {
            return List.of();
        }
        YearMonth last =
                YearMonth.from(today.plusMonths(MONTHS_AHEAD + notice.get().number()));
        Optional<YearMonth> men = RetirementRules.bornUntil(false, last, regulations, today);
        Optional<YearMonth> women = RetirementRules.bornUntil(true, last, regulations, today);
        if (men.isEmpty() || women.isEmpty()) {
            return List.of();
        }
        return retirees.inPost(writer, today, men.get(), women.get()).stream()
                .flatMap(retiree -> item(retiree, notice.get(), today).stream())
                .toList();
    }

    private Optional<WorkItem> item(Retiree retiree, Parameter notice, LocalDate today) {
        return switch (RetirementRules.retirement(retiree.birth(), retiree.female(), null, regulations, today)) {
            case Retirement.Foreseen foreseen -> {
                LocalDate due = RetirementRules.noticeBy(foreseen, notice);
                LocalDate since = due.minusMonths(MONTHS_AHEAD);
                LocalDate free = foreseen.lastDay().plusDays(1);
                boolean isDecided = retiree.to() != null && !retiree.to().isAfter(free);
                yield isDecided || since.isAfter(today)
                        ? Optional.empty()
                        : Optional.of(new WorkItem(
                                retiree.personId(),
                                WorkItem.Type.RETIREMENT_NOTICE,
                                retiree.personId(),
                                retiree.personName(),
                                retiree.post(),
                                null,
                                since.atStartOfDay(LegalDay.ZONE).toInstant(),
                                due,
                                Stream.of(foreseen.confidence(), notice.basis().confidence())
                                        .reduce(Confidence::and)
                                        .orElseThrow(),
                                foreseen.lastDay()));
            }
            case Retirement.NotKnown notKnown -> Optional.empty();
        };
    }
}
