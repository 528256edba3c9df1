package opencadre.personnel.cv;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.cv.rule.CvKind;
import opencadre.personnel.cv.rule.CvRules;
import opencadre.personnel.person.People;
import opencadre.personnel.person.Recorded;
import opencadre.personnel.person.UuidV7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Use cases of a CV. One idea for all kinds; what tells them apart stands in the catalogue. */
@Service
public class CvRegister {

    private static final String NEW_REASON = "Ghi vào lý lịch";

    private final Cvs cvs;
    private final CvCatalogue catalogue;
    private final People people;
    private final Places places;
    private final Clock clock;

    CvRegister(Cvs cvs, CvCatalogue catalogue, People people, Places places, Clock clock) {
        this.cvs = cvs;
        this.catalogue = catalogue;
        this.people = people;
        this.places = places;
        this.clock = clock;
    }

    /** What was typed for an entry. */
    public record Typed(
            String kind,
            Map<String, String> values,
            @Nullable String document) {}

    /** The entries of a class that hold on a day, as believed at an instant; nothing outside the actor's scope. */
    public Optional<CvView> view(
            Actor actor, UUID personId, CvClass fieldClass, LocalDate asOf, @Nullable Instant knownAt) {
        return places.isVisible(actor, personId)
                ? Optional.of(view(personId, fieldClass, asOf, knownAt))
                : Optional.empty();
    }

    /** Every belief in entries of a class, by kind, of each kind the oldest first. */
    public Optional<List<CvEntry>> history(Actor actor, UUID personId, CvClass fieldClass) {
        return places.isVisible(actor, personId)
                ? Optional.of(cvs.ever(personId, fieldClass).stream()
                        .sorted(byKind().thenComparing(entry -> entry.valid().from())
                                .thenComparing(CvEntry::id)
                                .thenComparing(entry -> entry.recorded().from()))
                        .toList())
                : Optional.empty();
    }

    /** An entry of a class that is believed now. */
    public Optional<CvEntry> standing(UUID personId, CvClass fieldClass, UUID entryId) {
        return cvs.believed(personId, entryId)
                .filter(entry -> catalogue.recorded(entry.kind()).fieldClass() == fieldClass);
    }

    /**
     * What is against recording an entry of a class, or putting one right by it; nothing is recorded.
     *
     * @param entryId the entry that is put right; null for a new one
     */
    public List<Finding> against(Actor actor, UUID personId, CvClass fieldClass, @Nullable UUID entryId, Typed typed) {
        List<CvEntry> others = cvs.believed(personId, fieldClass).stream()
                .filter(other -> !other.id().equals(entryId))
                .toList();
        return judge(actor, personId, fieldClass, typed, others).findings();
    }

    /** Records an entry of a class. */
    public CvOutcome add(Actor actor, UUID personId, CvClass fieldClass, LongPredicate madeOn, Typed typed) {
        return add(actor, personId, fieldClass, madeOn, typed, NEW_REASON);
    }

    /** Records an entry of a class for a reason of its own. */
    public CvOutcome add(
            Actor actor, UUID personId, CvClass fieldClass, LongPredicate madeOn, Typed typed, String reason) {
        UUID entryId = UuidV7.next(clock);
        return change(actor, personId, fieldClass, entryId, madeOn, at -> {
            List<CvEntry> standing = cvs.believed(personId, fieldClass);
            return recordTyped(actor, personId, fieldClass, typed, standing, entryId, at, reason);
        });
    }

    /** Puts right what was recorded wrongly; an entry stays of its kind. */
    public CvOutcome correct(
            Actor actor,
            UUID personId,
            CvClass fieldClass,
            LongPredicate madeOn,
            UUID entryId,
            Map<String, String> values,
            @Nullable String document,
            String reason) {
        Optional<CvEntry> entry = standing(personId, fieldClass, entryId);
        if (entry.isEmpty()) {
            return new CvOutcome.Unknown();
        }
        return change(actor, personId, fieldClass, entryId, madeOn, at -> {
            List<CvEntry> others = cvs.believed(personId, fieldClass).stream()
                    .filter(other -> !other.id().equals(entryId))
                    .toList();
            Typed typed = new Typed(entry.get().kind(), values, document);
            return recordTyped(actor, personId, fieldClass, typed, others, entryId, at, reason);
        });
    }

    /** It was never true: it stays in history only. */
    public CvOutcome voided(
            Actor actor, UUID personId, CvClass fieldClass, LongPredicate madeOn, UUID entryId, String reason) {
        if (standing(personId, fieldClass, entryId).isEmpty()) {
            return new CvOutcome.Unknown();
        }
        return change(actor, personId, fieldClass, entryId, madeOn, at -> {
            cvs.end(entryId, at, reason);
            return List.of();
        });
    }

    /** A step of a change: records what it has to, or says what is against it. */
    private interface Step {
        List<Finding> take(Instant at);
    }

    private CvOutcome change(
            Actor actor, UUID personId, CvClass fieldClass, UUID entryId, LongPredicate madeOn, Step step) {
        if (!places.isVisible(actor, personId)) {
            return new CvOutcome.Unknown();
        }
        Cvs.Locked held = cvs.lock(personId);
        if (!madeOn.test(held.revision())) {
            return new CvOutcome.Unknown();
        }
        if (people.mergedInto(personId).isPresent()) {
            return new CvOutcome.Unlawful(List.of(Finding.of(null, "record-merged")));
        }
        Instant at = TwoClocks.after(held.recordedAt(), TwoClocks.now(clock));
        List<Finding> findings = step.take(at);
        if (!findings.isEmpty()) {
            return new CvOutcome.Unlawful(findings);
        }
        cvs.revise(personId, held.revision() + 1, at);
        return new CvOutcome.Recorded(entryId, view(personId, fieldClass, actor.today(), null));
    }

    private List<Finding> recordTyped(
            Actor actor,
            UUID personId,
            CvClass fieldClass,
            Typed typed,
            List<CvEntry> others,
            UUID entryId,
            Instant at,
            String reason) {
        Judged judged = judge(actor, personId, fieldClass, typed, others);
        if (!judged.findings().isEmpty()) {
            return judged.findings();
        }
        CvKind kind = judged.kind();
        // Of a correction; a new entry ends nothing.
        cvs.end(entryId, at, reason);
        cvs.record(
                personId,
                kind,
                new CvEntry(
                        entryId,
                        kind.code(),
                        judged.valid(),
                        judged.values(),
                        typed.document() == null || typed.document().isBlank()
                                ? null
                                : typed.document().strip(),
                        Recorded.now(at, reason, actor.account())));
        return List.of();
    }

    /** An entry as it would be recorded, or what is against it. */
    private record Judged(
            @Nullable CvKind kindFound,
            Map<String, String> values,
            @Nullable Period validOn,
            List<Finding> findings) {

        static Judged refused(List<Finding> findings) {
            return new Judged(null, Map.of(), null, findings);
        }

        CvKind kind() {
            return Objects.requireNonNull(kindFound);
        }

        Period valid() {
            return Objects.requireNonNull(validOn);
        }
    }

    private Judged judge(Actor actor, UUID personId, CvClass fieldClass, Typed typed, List<CvEntry> others) {
        Optional<CvKind> found = catalogue.kind(typed.kind()).filter(kind -> kind.fieldClass() == fieldClass);
        if (found.isEmpty()) {
            return Judged.refused(List.of(Finding.of("kind", "cv-unknown-kind", typed.kind())));
        }
        CvKind kind = found.get();
        CvRules.Read read = CvRules.read(
                kind,
                typed.values(),
                catalogue::codes,
                people.view(personId, actor.today(), null)
                        .orElseThrow()
                        .identity()
                        .birth(),
                actor.today());
        if (!read.findings().isEmpty()) {
            return Judged.refused(read.findings());
        }
        Period valid = CvRules.period(kind, read.values());
        return new Judged(
                kind,
                read.values(),
                valid,
                CvRules.beside(kind, read.values(), valid, others).stream().toList());
    }

    private CvView view(UUID personId, CvClass fieldClass, LocalDate asOf, @Nullable Instant knownAt) {
        List<CvEntry> entries =
                CvRules.holding(cvs.on(personId, fieldClass, asOf, knownAt), catalogue::recorded).stream()
                        .sorted(byKind().thenComparing(entry -> entry.valid().from())
                                .thenComparing(CvEntry::id))
                        .toList();
        List<String> missing = catalogue.kinds().stream()
                .filter(kind -> kind.fieldClass() == fieldClass && kind.asked())
                .map(CvKind::code)
                .filter(kind -> entries.stream().noneMatch(entry -> entry.kind().equals(kind)))
                .toList();
        return new CvView(personId, cvs.revision(personId), asOf, knownAt, entries, missing);
    }

    private Comparator<CvEntry> byKind() {
        List<String> order = catalogue.kinds().stream().map(CvKind::code).toList();
        return Comparator.comparingInt(entry -> order.indexOf(entry.kind()));
    }
}
