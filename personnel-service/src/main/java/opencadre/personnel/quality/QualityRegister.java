package opencadre.personnel.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Regulations;
import opencadre.personnel.cv.CvCatalogue;
import opencadre.personnel.person.BirthProvinces;
import opencadre.personnel.quality.UnitQuality.Extent;
import opencadre.personnel.quality.UnitQuality.Kind;
import opencadre.personnel.quality.UnitQuality.Line;
import opencadre.personnel.quality.rule.Completeness;
import opencadre.personnel.quality.rule.Flaw;
import opencadre.personnel.quality.rule.Item;
import opencadre.personnel.quality.rule.Measure;
import opencadre.personnel.quality.rule.QualityFinding;
import opencadre.personnel.quality.rule.QualityRules;
import opencadre.personnel.quality.rule.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Use cases around the quality of dossiers. Nothing is kept: each answer is reckoned from what is believed now, on the
 * legal day.
 */
@Service
public class QualityRegister {

    /** So many dossiers are held against every rule while somebody waits: about a second. */
    public static final int EXAMINED_AT_ONCE = 2_000;

    /** So many are asked for what they lack in one statement: a few seconds. */
    static final int FILLED_AT_ONCE = 20_000;

    private final Dossiers dossiers;
    private final CvCatalogue catalogue;
    private final BirthProvinces provinces;
    private final Regulations law;
    private final Places places;

    QualityRegister(
            Dossiers dossiers, CvCatalogue catalogue, BirthProvinces provinces, Regulations law, Places places) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.provinces = provinces;
        this.law = law;
        this.places = places;
    }

    /** One dossier; nothing outside the actor's scope. */
    public Optional<Judged> dossier(Actor actor, UUID personId) {
        return places.isVisible(actor, personId)
                ? judged(actor, List.of(personId)).stream().findFirst()
                : Optional.empty();
    }

    /**
     * A page of the list of people of a unit.
     *
     * @param found those with something that was asked for
     * @param examined how many people of the list were looked at for it
     * @param last where the list goes on; null at its end
     */
    public record Page(List<Judged> found, int examined, Places.@Nullable Line last) {}

    /**
     * Of the next people of a unit in name order those with findings. Which dossiers have some is known only once they
     * were held against the rules: a page may show few or none of the people it looked at, and the list goes on.
     */
    public Page page(
            Actor actor,
            UUID unitId,
            @Nullable Flaw flaw,
            @Nullable Severity severity,
            Places.@Nullable Line after,
            int limit) {
        List<Places.Line> lines = places.page(actor, new Places.Query(null, unitId), after, limit + 1);
        List<Places.Line> looked = lines.subList(0, Math.min(limit, lines.size()));
        List<Judged> found = judged(
                        actor, looked.stream().map(Places.Line::personId).toList())
                .stream()
                .filter(judged -> judged.has(flaw, severity))
                .toList();
        return new Page(found, looked.size(), lines.size() > limit ? looked.getLast() : null);
    }

    /** Several dossiers, in the order of the ids. Who asks has seen to it that they are in reach. */
    public List<Judged> dossiers(Actor actor, List<UUID> personIds) {
        return judged(actor, personIds);
    }

    private List<Judged> judged(Actor actor, List<UUID> personIds) {
        Measure measure = measure(actor);
        return dossiers.of(actor, personIds).stream()
                .map(dossier -> new Judged(
                        dossier,
                        QualityRules.findings(dossier.facts(), measure),
                        Completeness.of(dossier.facts(), measure)))
                .toList();
    }

    private Measure measure(Actor actor) {
        return Measure.of(actor.today(), catalogue.kinds(), provinces.codes(), law);
    }

    /** Figures of a unit, of the people whom the actor reaches in it. */
    public UnitQuality figures(Actor actor, UUID unitId) {
        return figures(actor, unitId, EXAMINED_AT_ONCE, FILLED_AT_ONCE);
    }

    UnitQuality figures(Actor actor, UUID unitId, int examinedAtOnce, int filledAtOnce) {
        Map<UUID, Long> sizes = dossiers.sizes(actor, unitId);
        long all = sizes.getOrDefault(Dossiers.ALL, 0L);
        Extent extent = all <= examinedAtOnce ? Extent.EXAMINED : all <= filledAtOnce ? Extent.FILLED : Extent.COUNTED;
        List<Item> items = measure(actor).items();
        Map<UUID, Map<String, Long>> filled =
                extent == Extent.COUNTED ? Map.of() : dossiers.filled(actor, unitId, items);
        Map<UUID, Map<Flaw, Long>> examined = extent == Extent.EXAMINED ? examined(actor, unitId) : Map.of();
        Map<UUID, Line> lines = new HashMap<>();
        sizes.forEach((unit, size) -> lines.put(
                unit,
                extent == Extent.COUNTED
                        ? new Line(named(unit), size, null, List.of())
                        : line(
                                unit,
                                size,
                                items,
                                filled.getOrDefault(unit, Map.of()),
                                examined.getOrDefault(unit, Map.of()))));
        Line total = lines.remove(Dossiers.ALL);
        return new UnitQuality(
                extent, total == null ? new Line(null, 0, 0L, List.of()) : total, List.copyOf(lines.values()));
    }

    private static Line line(
            UUID unit, long dossiers, List<Item> items, Map<String, Long> filled, Map<Flaw, Long> examined) {
        List<Kind> kinds = new ArrayList<>();
        examined.forEach((flaw, count) -> kinds.add(new Kind(flaw, null, count)));
        items.stream()
                .map(item -> new Kind(Flaw.ITEM_MISSING, item.code(), dossiers - filled.getOrDefault(item.code(), 0L)))
                .filter(kind -> kind.dossiers() > 0)
                .forEach(kinds::add);
        kinds.sort(Comparator.comparing(kind -> kind.flaw().severity()));
        return new Line(named(unit), dossiers, filled.getOrDefault(Dossiers.COMPLETE, 0L), List.copyOf(kinds));
    }

    private static @Nullable UUID named(UUID unit) {
        return unit.equals(Dossiers.ALL) ? null : unit;
    }

    /** In how many dossiers each kind of finding is, but for what is missing of the forms, which is counted in SQL. */
    private Map<UUID, Map<Flaw, Long>> examined(Actor actor, UUID unitId) {
        Map<UUID, List<UUID>> members = dossiers.members(actor, unitId);
        Map<UUID, Map<Flaw, Long>> counts = new HashMap<>();
        Measure measure = measure(actor);
        for (Dossier dossier : dossiers.of(actor, members.keySet())) {
            List<UUID> units = new ArrayList<>(members.getOrDefault(dossier.personId(), List.of()));
            units.add(Dossiers.ALL);
            QualityRules.faults(dossier.facts(), measure).stream()
                    .map(QualityFinding::flaw)
                    .distinct()
                    .forEach(flaw ->
                            units.forEach(unit -> counts.computeIfAbsent(unit, any -> new EnumMap<>(Flaw.class))
                                    .merge(flaw, 1L, Long::sum)));
        }
        return counts;
    }

    /** Pairs of people who may be the same, both in the actor's reach. */
    public List<Suspicion> suspicions(Actor actor, Suspicion.@Nullable Key after, int limit) {
        return dossiers.suspicions(actor, after, limit);
    }
}
