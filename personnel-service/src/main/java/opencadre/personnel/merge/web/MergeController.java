package opencadre.personnel.merge.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.time.PartialDate;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.cv.Certificates.Certificate;
import opencadre.personnel.cv.CvEntry;
import opencadre.personnel.merge.Comparison;
import opencadre.personnel.merge.Merge;
import opencadre.personnel.merge.Merge.Choices;
import opencadre.personnel.merge.Merge.Side;
import opencadre.personnel.merge.MergeFinding;
import opencadre.personnel.merge.MergeOutcome;
import opencadre.personnel.merge.MergeRegister;
import opencadre.personnel.merge.MergeView;
import opencadre.personnel.merge.Merges;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.Sex;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Merges of records. Both records are shown whole but for what is restricted: every answer is sensitive. */
@RestController
@RequestMapping("/api/personnel/merges")
final class MergeController {

    private final MergeRegister register;
    private final Units units;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Cursors cursors;

    MergeController(
            MergeRegister register,
            Units units,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency,
            Cursors cursors) {
        this.register = register;
        this.units = units;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
        this.cursors = cursors;
    }

    record RecordComparison(RecordHalf kept, RecordHalf merged, List<MergeObstacle> findings) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordHalf(
            UUID id,
            long revision,
            String fullName,
            Sex sex,
            PartialDate birth,
            @Nullable String fileNumber,
            @Nullable String idNumber,
            boolean hasAccount,
            List<RecordFact> facts,
            List<String> papers,
            List<String> decisions,
            List<String> certificates) {

        static RecordHalf of(Comparison.Half half, Map<UUID, String> unitNames) {
            var identity = half.file().believedIdentity();
            return new RecordHalf(
                    half.file().id(),
                    half.file().revision(),
                    identity.fullName(),
                    identity.sex(),
                    identity.birth(),
                    half.file().fileNumber(),
                    half.idNumber(),
                    half.hasAccount(),
                    Stream.of(
                                    half.file().believedAssignments().stream()
                                            .map(post -> RecordFact.of(post, unitNames)),
                                    half.file().believedConduct().stream().map(RecordFact::of),
                                    half.entries().stream().map(RecordFact::of))
                            .flatMap(facts -> facts)
                            .toList(),
                    half.papers().stream()
                            .map(paper -> paper.described().title())
                            .toList(),
                    half.decisions(),
                    half.certificates().stream().map(Certificate::name).toList());
        }
    }

    /** What stands on record; which kind of fact it is, and of which kind a CV entry. */
    enum FactSort {
        POST,
        RATING,
        DISCIPLINE,
        HEALTH_CERTIFICATE,
        SUSPENSION,
        CONFIDENCE_VOTE,
        CV_ENTRY
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordFact(
            UUID id,
            @NotNull FactSort sort,
            @Nullable String code,
            @Nullable String text,
            @Nullable Map<String, String> values,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean byDecision) {

        static RecordFact of(Assignment post, Map<UUID, String> unitNames) {
            return new RecordFact(
                    post.id(),
                    FactSort.POST,
                    post.tree().name(),
                    post.title() + ", " + unitNames.getOrDefault(post.unitId(), ""),
                    null,
                    post.valid().from(),
                    post.valid().to(),
                    post.decisionId() != null);
        }

        static RecordFact of(Conduct conduct) {
            return switch (conduct.content()) {
                case Conduct.Rating rating ->
                    of(conduct, FactSort.RATING, rating.grade().name());
                case Conduct.Discipline discipline ->
                    of(conduct, FactSort.DISCIPLINE, discipline.form().name());
                case Conduct.HealthCertificate certificate -> of(conduct, FactSort.HEALTH_CERTIFICATE, null);
                case Conduct.Suspension suspension -> of(conduct, FactSort.SUSPENSION, null);
                case Conduct.ConfidenceVote vote -> of(conduct, FactSort.CONFIDENCE_VOTE, null);
            };
        }

        private static RecordFact of(Conduct conduct, FactSort sort, @Nullable String code) {
            return new RecordFact(
                    conduct.id(),
                    sort,
                    code,
                    conduct.content().document(),
                    null,
                    conduct.content().valid().from(),
                    conduct.content().valid().to(),
                    false);
        }

        static RecordFact of(CvEntry entry) {
            return new RecordFact(
                    entry.id(),
                    FactSort.CV_ENTRY,
                    entry.kind(),
                    entry.document(),
                    entry.values(),
                    entry.valid().from(),
                    entry.valid().to(),
                    false);
        }
    }

    record MergeObstacle(String code, boolean blocks, List<UUID> facts, Bilingual reason) {

        static MergeObstacle of(MergeFinding finding) {
            return new MergeObstacle(finding.code(), finding.blocks(), finding.facts(), finding.reason());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MergePage(List<MergeDetail> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MergeDetail(
            UUID id,
            long revision,
            Merge.State state,
            UUID keptId,
            String keptName,
            UUID mergedId,
            String mergedName,
            Side identityOf,
            Side idNumberOf,
            List<UUID> dropped,
            String reason,
            String preparedBy,
            Instant preparedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String undoReason,
            @Nullable String undoAskedBy,
            @Nullable Instant undoAskedAt,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt,
            List<UUID> changedSince,
            List<UUID> left) {

        static MergeDetail of(MergeView view) {
            Merge merge = view.merge();
            Merge.Act approved = merge.approved();
            Merge.Undo undo = merge.undo();
            Merge.Act undone = merge.undone();
            return new MergeDetail(
                    merge.id(),
                    merge.revision(),
                    merge.state(),
                    merge.keptId(),
                    view.keptName(),
                    merge.mergedId(),
                    view.mergedName(),
                    merge.choices().identityOf(),
                    merge.choices().idNumberOf(),
                    merge.choices().dropped().stream().sorted().toList(),
                    merge.reason(),
                    merge.prepared().by(),
                    merge.prepared().at(),
                    approved == null ? null : approved.by(),
                    approved == null ? null : approved.at(),
                    undo == null ? null : undo.reason(),
                    undo == null ? null : undo.asked().by(),
                    undo == null ? null : undo.asked().at(),
                    undone == null ? null : undone.by(),
                    undone == null ? null : undone.at(),
                    view.changedSince(),
                    merge.left());
        }
    }

    record NewMerge(
            @NotNull UUID keptId,
            @NotNull UUID mergedId,
            @NotNull Side identityOf,
            @NotNull Side idNumberOf,
            @NotNull @Size(max = 200) List<@NotNull UUID> dropped,
            @NotNull @Size(min = 3, max = 500) String reason) {

        Choices choices() {
            return new Choices(identityOf, idNumberOf, new HashSet<>(dropped));
        }
    }

    record MergeUndo(@NotNull @Size(min = 3, max = 500) String reason) {}

    @GetMapping("/comparison")
    RecordComparison compareRecords(
            Actor actor,
            @RequestParam UUID kept,
            @RequestParam UUID merged,
            @RequestParam(required = false) @Nullable Side identityOf,
            @RequestParam(required = false) @Nullable Side idNumberOf,
            @RequestParam(required = false) @Nullable @Size(max = 200) List<UUID> dropped) {
        Choices choices = new Choices(
                identityOf == null ? Side.KEPT : identityOf,
                idNumberOf == null ? Side.KEPT : idNumberOf,
                dropped == null ? Set.of() : Set.copyOf(dropped));
        return work.read(actor, () -> {
            Comparison comparison =
                    register.compare(actor, kept, merged, choices).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("compareRecords").among(List.of(kept, merged)));
            Map<UUID, String> names = units.names(
                    Stream.of(comparison.kept(), comparison.merged())
                            .flatMap(half -> half.file().believedAssignments().stream())
                            .map(Assignment::unitId)
                            .distinct()
                            .toList(),
                    actor.today());
            return new RecordComparison(
                    RecordHalf.of(comparison.kept(), names),
                    RecordHalf.of(comparison.merged(), names),
                    comparison.findings().stream().map(MergeObstacle::of).toList());
        });
    }

    @GetMapping
    MergePage listMerges(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Merges.Position after = cursor == null ? null : position(cursors.decode(cursor));
        return work.read(actor, () -> {
            List<MergeView> page = register.page(actor, after, limit + 1);
            List<MergeView> shown = page.subList(0, Math.min(limit, page.size()));
            audit.write(Audit.Entry.of("listMerges")
                    .among(shown.stream()
                            .flatMap(MergeController::people)
                            .distinct()
                            .toList()));
            return new MergePage(
                    shown.stream().map(MergeDetail::of).toList(),
                    page.size() > limit ? next(shown.getLast().merge()) : null);
        });
    }

    @GetMapping("/{mergeId}")
    ResponseEntity<MergeDetail> getMerge(Actor actor, @PathVariable UUID mergeId) {
        return work.read(actor, () -> {
            MergeView view = register.find(actor, mergeId).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("getMerge").among(people(view).toList()).on(mergeId));
            return ResponseEntity.ok()
                    .eTag(Preconditions.etag(view.merge().revision()))
                    .body(MergeDetail.of(view));
        });
    }

    @PostMapping
    ResponseEntity<String> prepareMerge(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid NewMerge body) {
        return once(
                actor,
                key,
                "prepareMerge",
                body,
                () -> answer(
                        "prepareMerge",
                        HttpStatus.CREATED,
                        body.reason(),
                        register.prepare(actor, body.keptId(), body.mergedId(), body.choices(), body.reason())));
    }

    @PostMapping("/{mergeId}/approve")
    ResponseEntity<String> approveMerge(
            Actor actor,
            @PathVariable UUID mergeId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key) {
        return once(
                actor,
                key,
                "approveMerge",
                mergeId,
                () -> answer(
                        "approveMerge",
                        HttpStatus.OK,
                        null,
                        register.approve(actor, mergeId, Preconditions.madeOn(ifMatch))));
    }

    @PostMapping("/{mergeId}/withdraw")
    ResponseEntity<String> withdrawMerge(
            Actor actor,
            @PathVariable UUID mergeId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key) {
        return once(
                actor,
                key,
                "withdrawMerge",
                mergeId,
                () -> answer(
                        "withdrawMerge",
                        HttpStatus.OK,
                        null,
                        register.withdraw(actor, mergeId, Preconditions.madeOn(ifMatch))));
    }

    @PostMapping("/{mergeId}/undo")
    ResponseEntity<String> undoMerge(
            Actor actor,
            @PathVariable UUID mergeId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid MergeUndo body) {
        return once(
                actor,
                key,
                "undoMerge",
                List.of(mergeId, body),
                () -> answer(
                        "undoMerge",
                        HttpStatus.OK,
                        body.reason(),
                        register.undo(actor, mergeId, Preconditions.madeOn(ifMatch), body.reason())));
    }

    private ResponseEntity<String> once(
            Actor actor, String key, String operation, Object body, Supplier<ResponseEntity<?>> change) {
        return work.as(actor, () -> idempotency.once(actor.account(), key, operation, body, change));
    }

    private ResponseEntity<MergeDetail> answer(
            String operation, HttpStatus status, @Nullable String reason, MergeOutcome outcome) {
        return switch (outcome) {
            case MergeOutcome.Recorded(MergeView view) -> {
                audit.write(Audit.Entry.of(operation)
                        .among(people(view).toList())
                        .on(view.merge().id())
                        .because(reason));
                yield ResponseEntity.status(status)
                        .eTag(Preconditions.etag(view.merge().revision()))
                        .body(MergeDetail.of(view));
            }
            case MergeOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case MergeOutcome.Unknown() -> throw Refused.notFound();
        };
    }

    private static Stream<UUID> people(MergeView view) {
        return Stream.of(view.merge().keptId(), view.merge().mergedId());
    }

    private static Merges.Position position(Cursors.Position line) {
        return new Merges.Position(line.moment(), line.id());
    }

    private String next(Merge last) {
        return cursors.encode(new Cursors.Position(last.prepared().at().toString(), last.id()));
    }
}
