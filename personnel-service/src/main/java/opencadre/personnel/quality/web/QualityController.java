package opencadre.personnel.quality.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Refused;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonLine;
import opencadre.personnel.person.Sex;
import opencadre.personnel.quality.Judged;
import opencadre.personnel.quality.QualityRegister;
import opencadre.personnel.quality.Suspicion;
import opencadre.personnel.quality.Suspicion.Ground;
import opencadre.personnel.quality.UnitQuality;
import opencadre.personnel.quality.UnitQuality.Extent;
import opencadre.personnel.quality.rule.Completeness;
import opencadre.personnel.quality.rule.FieldGroup;
import opencadre.personnel.quality.rule.Flaw;
import opencadre.personnel.quality.rule.QualityFinding;
import opencadre.personnel.quality.rule.Severity;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Quality of dossiers. A finding tells of the facts behind it, also of sensitive ones: every answer is sensitive and
 * given to a purpose, and whoever may ask may read those facts by the same role ({@code QualityAccessTest}).
 */
@RestController
@RequestMapping("/api/personnel")
final class QualityController {

    private final QualityRegister register;
    private final People people;
    private final Units units;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;

    QualityController(
            QualityRegister register, People people, Units units, ScopedWork work, Audit audit, Cursors cursors) {
        this.register = register;
        this.people = people;
        this.units = units;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
    }

    record DossierQuality(
            UUID personId,
            LocalDate asOf,
            int asked,
            int filled,
            int percent,
            List<GroupQuality> groups,
            List<FlawFound> findings) {

        static DossierQuality of(Judged judged, LocalDate day) {
            Completeness completeness = judged.completeness();
            return new DossierQuality(
                    judged.dossier().personId(),
                    day,
                    completeness.asked(),
                    completeness.filled(),
                    completeness.percent(),
                    completeness.groups().stream()
                            .map(group -> new GroupQuality(group.group(), group.asked(), group.filled()))
                            .toList(),
                    judged.findings().stream().map(FlawFound::of).toList());
        }
    }

    record GroupQuality(@NotNull FieldGroup group, int asked, int filled) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FlawFound(
            @NotNull Flaw code,
            @NotNull Severity severity,
            @NotNull FieldGroup group,
            @Nullable String item,
            @Nullable String field,
            List<UUID> facts,
            Bilingual reason,
            String source) {

        static FlawFound of(QualityFinding finding) {
            return new FlawFound(
                    finding.flaw(),
                    finding.flaw().severity(),
                    finding.subject().group(),
                    finding.subject().item(),
                    finding.subject().field(),
                    finding.subject().facts(),
                    finding.reason(),
                    finding.source());
        }
    }

    record UnitFigures(LocalDate asOf, @NotNull Extent extent, FigureLine all, List<FigureLine> items) {

        static UnitFigures of(UnitQuality quality, LocalDate day, Map<UUID, String> names) {
            return new UnitFigures(
                    day,
                    quality.extent(),
                    FigureLine.of(quality.total(), names),
                    quality.lines().stream()
                            .map(line -> FigureLine.of(line, names))
                            .sorted(Comparator.comparing(
                                    (FigureLine line) -> Objects.toString(line.unitName(), ""),
                                    Collator.getInstance(Locale.of("vi"))))
                            .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureLine(
            @Nullable UUID unitId,
            @Nullable String unitName,
            long dossiers,
            @Nullable Long complete,
            List<FlawCount> kinds) {

        static FigureLine of(UnitQuality.Line line, Map<UUID, String> names) {
            return new FigureLine(
                    line.unitId(),
                    line.unitId() == null ? null : names.getOrDefault(line.unitId(), ""),
                    line.dossiers(),
                    line.complete(),
                    line.kinds().stream()
                            .map(kind ->
                                    new FlawCount(kind.flaw(), kind.flaw().severity(), kind.item(), kind.dossiers()))
                            .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FlawCount(
            @NotNull Flaw code,
            @NotNull Severity severity,
            @Nullable String item,
            long dossiers) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FlawedPage(
            int examined,
            List<FlawedDossier> items,
            @Nullable String next) {}

    record FlawedDossier(
            UUID personId, String fullName, int percent, int errors, int warnings, int missing, List<Flaw> codes) {

        static FlawedDossier of(Judged judged) {
            return new FlawedDossier(
                    judged.dossier().personId(),
                    judged.dossier().fullName(),
                    judged.completeness().percent(),
                    count(judged, Severity.ERROR),
                    count(judged, Severity.WARNING),
                    count(judged, Severity.MISSING),
                    judged.findings().stream()
                            .map(QualityFinding::flaw)
                            .distinct()
                            .toList());
        }

        private static int count(Judged judged, Severity severity) {
            return (int) judged.findings().stream()
                    .filter(finding -> finding.flaw().severity() == severity)
                    .count();
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuspicionPage(List<SuspectPair> items, @Nullable String next) {}

    record SuspectPair(SuspectPerson first, SuspectPerson second, List<Ground> grounds) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuspectPerson(
            UUID id,
            String fullName,
            Sex sex,
            PartialDate birth,
            @Nullable String fileNumber,
            List<SuspectPost> posts) {}

    record SuspectPost(String title, UUID unitId, String unitName, LocalDate validFrom) {}

    @GetMapping("/people/{personId}/quality")
    DossierQuality getDossierQuality(Actor actor, @PathVariable UUID personId) {
        return work.read(actor, () -> {
            Judged judged = register.dossier(actor, personId).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("getDossierQuality")
                    .about(personId)
                    .counting(judged.findings().size()));
            return DossierQuality.of(judged, actor.today());
        });
    }

    @GetMapping("/quality")
    UnitFigures countFlaws(Actor actor, @RequestParam UUID unit) {
        return work.read(actor, () -> {
            UnitQuality quality = register.figures(actor, unit);
            Map<UUID, String> names = units.names(
                    quality.lines().stream()
                            .flatMap(line -> Stream.ofNullable(line.unitId()))
                            .toList(),
                    actor.today());
            audit.write(Audit.Entry.of("countFlaws").in(unit));
            return UnitFigures.of(quality, actor.today(), names);
        });
    }

    @GetMapping("/quality/dossiers")
    FlawedPage listFlawedDossiers(
            Actor actor,
            @RequestParam UUID unit,
            @RequestParam(required = false) @Nullable Flaw code,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Cursors.Position position = cursor == null ? null : cursors.decode(cursor);
        Places.Line after = position == null ? null : new Places.Line(position.sortKey(), position.id());
        return work.read(actor, () -> {
            QualityRegister.Page page = register.page(actor, unit, code, severity, after, limit);
            audit.write(Audit.Entry.of("listFlawedDossiers")
                    .among(page.found().stream()
                            .map(judged -> judged.dossier().personId())
                            .toList())
                    .in(unit));
            Places.Line last = page.last();
            return new FlawedPage(
                    page.examined(),
                    page.found().stream().map(FlawedDossier::of).toList(),
                    last == null ? null : cursors.encode(new Cursors.Position(last.nameKey(), last.personId())));
        });
    }

    @GetMapping("/duplicates")
    SuspicionPage listDuplicates(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Suspicion.Key after = cursor == null ? null : key(cursors.decode(cursor));
        return work.read(actor, () -> {
            List<Suspicion> found = register.suspicions(actor, after, limit + 1);
            List<Suspicion> shown = found.subList(0, Math.min(limit, found.size()));
            List<UUID> ids = shown.stream()
                    .flatMap(pair -> Stream.of(pair.key().first(), pair.key().second()))
                    .distinct()
                    .toList();
            Map<UUID, SuspectPerson> each = suspects(ids, actor.today());
            audit.write(Audit.Entry.of("listDuplicates").among(ids));
            List<SuspectPair> pairs = new ArrayList<>();
            for (Suspicion pair : shown) {
                pairs.add(new SuspectPair(
                        Objects.requireNonNull(each.get(pair.key().first())),
                        Objects.requireNonNull(each.get(pair.key().second())),
                        List.copyOf(pair.grounds())));
            }
            return new SuspicionPage(
                    pairs, found.size() > limit ? next(shown.getLast().key()) : null);
        });
    }

    private Map<UUID, SuspectPerson> suspects(List<UUID> ids, LocalDate day) {
        List<PersonLine> lines = people.lines(ids, day, null);
        Map<UUID, String> numbers = people.fileNumbers(ids);
        Map<UUID, String> names = units.names(PersonLine.units(lines), day);
        return lines.stream()
                .map(line -> new SuspectPerson(
                        line.id(),
                        line.fullName(),
                        line.sex(),
                        line.birth(),
                        numbers.get(line.id()),
                        line.posts().stream()
                                .map(post -> new SuspectPost(
                                        post.title(),
                                        post.unitId(),
                                        names.getOrDefault(post.unitId(), ""),
                                        post.validFrom()))
                                .toList()))
                .collect(Collectors.toMap(SuspectPerson::id, Function.identity()));
    }

    /** No name has this sign. */
    private static final String BETWEEN = "|";

    private String next(Suspicion.Key last) {
        return cursors.encode(new Cursors.Position(last.nameKey() + BETWEEN + last.first(), last.second()));
    }

    private static Suspicion.Key key(Cursors.Position position) {
        int at = position.sortKey().lastIndexOf(BETWEEN);
        try {
            return new Suspicion.Key(
                    position.sortKey().substring(0, Math.max(at, 0)),
                    UUID.fromString(position.sortKey().substring(at + 1)),
                    position.id());
        } catch (IllegalArgumentException ofAnotherList) {
            throw Refused.invalid(Finding.of("cursor", "wrong-form"));
        }
    }
}
