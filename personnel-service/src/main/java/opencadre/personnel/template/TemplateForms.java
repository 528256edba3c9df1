package opencadre.personnel.template;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.cv.CvPaper;
import opencadre.personnel.cv.CvPrinting;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.DecisionPaper;
import opencadre.personnel.decision.DecisionPrinter;
import opencadre.personnel.decision.DecisionState;
import opencadre.personnel.decision.Decisions;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.extract.ExtractForm;
import opencadre.personnel.extract.ExtractPrinting;
import opencadre.personnel.person.Identity;
import opencadre.personnel.person.PersonView;
import opencadre.personnel.person.Recorded;
import opencadre.personnel.person.Sex;
import opencadre.personnel.statistics.StatisticsBy;
import opencadre.personnel.statistics.StatisticsPlaces;
import opencadre.personnel.statistics.StatisticsReport;
import opencadre.personnel.template.rule.PlacesOfForm;
import opencadre.personnel.unit.UnitBasis;
import opencadre.personnel.unit.Units;
import org.springframework.stereotype.Service;

/**
 * What stands on each kind of paper: about nobody, to know which places there are, or about somebody or a unit, to try
 * it.
 */
@Service
public class TemplateForms {

    /** So many decisions of a person are looked through for one that may be printed. */
    private static final int LOOKED_AT = 20;

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);
    private static final UUID NOBODY = new UUID(0, 0);

    private final CvPaper cvPaper;
    private final CvPrinting cvs;
    private final ExtractPrinting extracts;
    private final Decisions decisions;
    private final DecisionPaper decisionPaper;
    private final Units units;
    private final Places places;
    private final StatisticsReport statistics;
    private final StatisticsPlaces statisticsPlaces;
    private final Map<TemplatedPaper, PlacesOfForm> known = new EnumMap<>(TemplatedPaper.class);

    TemplateForms(
            CvPaper cvPaper,
            CvPrinting cvs,
            ExtractPrinting extracts,
            Decisions decisions,
            DecisionPaper decisionPaper,
            Units units,
            Places places,
            StatisticsReport statistics,
            StatisticsPlaces statisticsPlaces) {
        this.cvPaper = cvPaper;
        this.cvs = cvs;
        this.extracts = extracts;
        this.decisions = decisions;
        this.decisionPaper = decisionPaper;
        this.units = units;
        this.places = places;
        this.statistics = statistics;
        this.statisticsPlaces = statisticsPlaces;
        for (TemplatedPaper kind : TemplatedPaper.values()) {
            known.put(kind, PlacesOfForm.of(ofNobody(kind), tables(kind)));
        }
    }

    /** The places that a kind of paper has. */
    public PlacesOfForm places(TemplatedPaper kind) {
        return Objects.requireNonNull(known.get(kind));
    }

    /** Names of those that repeat a row of a table. */
    public Collection<String> tables(TemplatedPaper kind) {
        return switch (kind) {
            case CV_TT06, CV_TCTW98 -> cvPaper.tables();
            case DECISION -> List.of();
            case EXTRACT_LIST -> ExtractForm.TABLES;
            case STATISTICS -> List.of(StatisticsPlaces.LINES);
        };
    }

    /** What stands there about somebody who is invented. */
    public Map<String, Object> ofNobody(TemplatedPaper kind) {
        return switch (kind) {
            case CV_TT06, CV_TCTW98 ->
                cvPaper.places(new CvPaper.Content(
                        new PersonView(
                                NOBODY,
                                null,
                                null,
                                List.of(),
                                1,
                                ANY_DAY,
                                null,
                                new Identity(
                                        Period.since(Identity.BEGINNING),
                                        "Nguyễn Văn Mẫu",
                                        Sex.MALE,
                                        PartialDate.parse("1980"),
                                        Recorded.now(Instant.EPOCH, "", "")),
                                List.of()),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        "",
                        Map.of(),
                        false,
                        null));
            case DECISION ->
                new DecisionPrinter.Text(
                                "", null, "", null, null, "", "", "", List.of("…"), List.of("…"), List.of("…"), "")
                        .places();
            case EXTRACT_LIST ->
                new ExtractForm.ExtractList(
                                ANY_DAY,
                                null,
                                List.of(new ExtractForm.Line("", "", true, "", "", "", "", "", "", "", "", "")))
                        .places();
            case STATISTICS -> statisticsPlaces.ofNobody();
        };
    }

    /** How somebody stands on a paper. */
    public sealed interface Of {

        record Told(Map<String, Object> places) implements Of {}

        /** The person or unit is out of reach, or there is none. */
        record Unknown() implements Of {}

        /** There is no decision about the person that may be printed. */
        record NoDecision() implements Of {}
    }

    /**
     * What stands there about a person in the actor's reach, on decisions of the latest about them; of statistics about
     * a unit as it is today, as far as it is in reach.
     */
    public Of of(Actor actor, TemplatedPaper kind, UUID about) {
        return switch (kind) {
            case CV_TT06, CV_TCTW98 ->
                ofPerson(
                        actor,
                        about,
                        () -> new Of.Told(cvs.told(actor, List.of(about), false)
                                .getFirst()
                                .places()));
            case EXTRACT_LIST ->
                ofPerson(
                        actor,
                        about,
                        () -> new Of.Told(extracts.list(List.of(about), null, actor.today())
                                .places()));
            case DECISION ->
                ofPerson(
                        actor,
                        about,
                        () -> latest(actor, about)
                                .<Of>map(decision ->
                                        new Of.Told(text(actor, decision).places()))
                                .orElseGet(Of.NoDecision::new));
            case STATISTICS ->
                statistics
                        .table(
                                actor,
                                new StatisticsReport.Wanted(
                                        about, UnitBasis.HISTORICAL, StatisticsBy.UNITS, actor.today(), null))
                        .<Of>map(table -> new Of.Told(statisticsPlaces.of(table)))
                        .orElseGet(Of.Unknown::new);
        };
    }

    private Of ofPerson(Actor actor, UUID personId, Supplier<Of> told) {
        return places.isVisible(actor, personId) ? told.get() : new Of.Unknown();
    }

    /** As where it is printed: half a paper is none, and neither is one that was withdrawn. */
    private Optional<Decision> latest(Actor actor, UUID personId) {
        return decisions.page(actor, new Decisions.Query(null, personId, null), null, LOOKED_AT).stream()
                .filter(decision -> decision.now().isWhole())
                .filter(decision -> decision.now().state() != DecisionState.WITHDRAWN)
                .findFirst();
    }

    private DecisionPrinter.Text text(Actor actor, Decision decision) {
        List<Effect> effects = decision.now().effects();
        return decisionPaper.text(
                decision,
                decisions.names(
                        actor, effects.stream().map(Effect::personId).distinct().toList()),
                units.find(effects.stream().map(Effect::unitId).distinct().toList()),
                actor.today());
    }
}
