package opencadre.planning.programme;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.TwoClocks;
import opencadre.planning.programme.rule.ProgrammeRules;
import org.springframework.stereotype.Service;

/** Records programmes: what is counted is data, and judged before it is kept. */
@Service
public class ProgrammeRegister {

    private final Programmes programmes;
    private final Clock clock;

    ProgrammeRegister(Programmes programmes, Clock clock) {
        this.programmes = programmes;
        this.clock = clock;
    }

    /** How it ends. */
    public sealed interface Outcome {

        record Recorded(Programme programme) implements Outcome {}

        record Unlawful(List<Finding> findings) implements Outcome {}
    }

    public Outcome record(Actor actor, Programme.Content content) {
        List<Finding> findings =
                ProgrammeRules.breaches(facts(actor, content), programmes.units(), programmes.titles()).stream()
                        .map(breach -> Finding.of(breach.field(), breach.code()))
                        .toList();
        if (!findings.isEmpty()) {
            return new Outcome.Unlawful(findings);
        }
        Optional<Programme> added = programmes.add(content, actor.account(), TwoClocks.now(clock));
        return added.<Outcome>map(Outcome.Recorded::new)
                .orElseGet(() -> new Outcome.Unlawful(List.of(Finding.of("number", "programme-number-taken"))));
    }

    private static ProgrammeRules.Facts facts(Actor actor, Programme.Content content) {
        List<ProgrammeRules.Indicator> indicators = new ArrayList<>();
        for (int o = 0; o < content.objectives().size(); o++) {
            List<Programme.Indicator> some = content.objectives().get(o).indicators();
            for (int i = 0; i < some.size(); i++) {
                indicators.add(new ProgrammeRules.Indicator(
                        "objectives[" + o + "].indicators[" + i + "]",
                        some.get(i).code(),
                        some.get(i).counting()));
            }
        }
        return new ProgrammeRules.Facts(
                content.issuedOn(),
                content.from(),
                content.to(),
                content.countedFrom(),
                content.ownerUnitId(),
                content.coveredUnitIds(),
                indicators,
                actor.today());
    }
}
