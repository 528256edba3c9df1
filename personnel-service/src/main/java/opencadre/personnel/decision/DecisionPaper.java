package opencadre.personnel.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Regulations;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The wording of a decision as such papers are written in Việt Nam; the house's template says where it stands. */
@Component
public class DecisionPaper {

    private static final String DOTS = "…………";

    private final Regulations regulations;

    DecisionPaper(Regulations regulations) {
        this.regulations = regulations;
    }

    /**
     * The text of what is believed now.
     *
     * @param names of the people it is about
     * @param units that it concerns
     */
    public DecisionPrinter.Text text(
            Decision decision, Map<UUID, String> names, Map<UUID, Unit> units, LocalDate today) {
        Decision.Belief belief = decision.now();
        Effect first = belief.effects().getFirst();
        // Before it is signed, the level that manages the highest of its posts stands there.
        ManagementScope authority = belief.authority() != null
                ? belief.authority()
                : belief.effects().stream()
                        .map(Effect::scope)
                        .max(Comparator.comparingInt(ManagementScope::height))
                        .orElseThrow();
        boolean ofTheParty = isOfTheParty(authority, units.get(first.unitId()));
        boolean signed = belief.state() == DecisionState.ISSUED || belief.state() == DecisionState.RESCINDED;
        LocalDate lawDay = belief.signedOn() == null ? today : belief.signedOn();
        String body = said("body." + authority.name()).toUpperCase(Locale.forLanguageTag("vi"));
        String kind = said("decision." + belief.kind().name());
        List<String> articles = new ArrayList<>();
        articles.add(said("paper-article", 1, acts(belief, kind, ofTheParty, names, units)));
        articles.add(said("paper-article", 2, said("paper-rights")));
        articles.add(said("paper-article", 3, said("paper-carried-out")));
        return new DecisionPrinter.Text(
                body,
                authority.isOneBody() ? null : unitName(units, first.unitId()),
                said(ofTheParty ? "paper-party" : "paper-state"),
                ofTheParty ? null : said("paper-motto"),
                signed ? null : said("paper-draft"),
                said("paper-number", belief.number() == null ? DOTS : belief.number()),
                date(signed ? belief.signedOn() : null),
                said("paper-subject", kind.toLowerCase(Locale.forLanguageTag("vi"))),
                bases(decision, lawDay),
                articles,
                List.of(said("paper-to-article-3"), said("paper-to-file")),
                said(ofTheParty ? "paper-signed-party" : "paper-signed-state", body));
    }

    private static boolean isOfTheParty(ManagementScope authority, @Nullable Unit unit) {
        return switch (authority) {
            case CENTRAL_POLITBURO,
                    CENTRAL_SECRETARIAT,
                    PROVINCIAL_BTV,
                    PROVINCIAL_ORG_DEPT,
                    COMMUNE_PARTY_COMMITTEE,
                    DISTRICT_BTV -> true;
            case PROVINCIAL_AGENCY, UNIT_HEAD -> unit != null && unit.tree() == Tree.PARTY;
        };
    }

    private List<String> bases(Decision decision, LocalDate lawDay) {
        List<String> bases = new ArrayList<>();
        regulations
                .parameter(DecidingLevel.HIGHEST_POST_DECIDES, lawDay)
                .flatMap(law -> regulations.regulation(law.basis().regulation()))
                .ifPresent(law -> bases.add(said("paper-basis-law", law.number(), law.subject())));
        if (decision.procedureId() != null) {
            bases.add(said("paper-basis-procedure"));
        }
        bases.add(said("paper-basis-proposal"));
        return bases;
    }

    private static String acts(
            Decision.Belief belief, String kind, boolean ofTheParty, Map<UUID, String> names, Map<UUID, Unit> units) {
        String person = said(ofTheParty ? "paper-comrade" : "paper-mister");
        List<String> acts = new ArrayList<>();
        for (Effect effect : belief.effects()) {
            Object day = effect.effectiveFrom() == null ? DOTS : effect.effectiveFrom();
            String name = person + " " + names.getOrDefault(effect.personId(), DOTS);
            String unit = unitName(units, effect.unitId());
            switch (effect.act()) {
                case START -> {
                    String starts = switch (belief.kind()) {
                        case ACTING, IN_CHARGE -> "paper-charged";
                        case EXTEND_TENURE -> "paper-extends";
                        default -> effect.acting() ? "paper-acts" : "paper-starts";
                    };
                    acts.add(said(starts, kind, name, effect.title(), unit, day));
                    if (effect.direction() != null) {
                        acts.add(said("paper-direction", Messages.of("direction." + effect.direction())));
                    }
                    if (effect.termMonths() != null) {
                        acts.add(said("paper-term", effect.termMonths()));
                    }
                    if (effect.plannedReturn() != null) {
                        acts.add(said("paper-returns", effect.plannedReturn()));
                    }
                }
                case ELECT -> acts.add(said("paper-elected", name, effect.title(), unit, day));
                case SUSPEND -> {
                    acts.add(said("paper-suspends", name, effect.title(), unit, day));
                    acts.add(
                            effect.until() == null
                                    ? said("paper-suspends-until-lifted")
                                    : said("paper-suspends-until", effect.until()));
                }
                case END -> acts.add(said(ending(belief.kind()), name, effect.title(), unit, day));
                case NOMINATE -> {
                    acts.add(said("paper-nominates", name, effect.title(), unit));
                    if (effect.effectiveFrom() != null
                            && !effect.effectiveFrom().equals(belief.signedOn())) {
                        acts.add(said("paper-nominates-from", effect.effectiveFrom()));
                    }
                }
            }
        }
        return acts.stream().map(DecisionPaper::sentence).collect(Collectors.joining(" "));
    }

    /** What the paper calls the end of a post: who is dismissed does not merely leave. */
    private static String ending(DecisionKind kind) {
        return switch (kind) {
            case RESIGN, RELIEVE, RECALL, DISMISS, RETIRE, EARLY_RETIRE -> "paper-ends." + kind.name();
            default -> "paper-ends";
        };
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.forLanguageTag("vi")) + text.substring(1);
    }

    private static String unitName(Map<UUID, Unit> units, UUID id) {
        Unit unit = units.get(id);
        return unit == null ? DOTS : unit.name();
    }

    private static String date(@Nullable LocalDate day) {
        return day == null
                ? said("paper-date", DOTS, DOTS, DOTS)
                : said("paper-date", "%02d".formatted(day.getDayOfMonth()), month(day), day.getYear());
    }

    /** Days below ten and the months 1 and 2 have a zero before them (30/2020/NĐ-CP), and no other month has. */
    private static String month(LocalDate day) {
        return (day.getMonthValue() < 3 ? "0" : "") + day.getMonthValue();
    }

    private static String said(String code, Object... arguments) {
        return Messages.of(code, arguments).vi();
    }
}
