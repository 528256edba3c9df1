package opencadre.personnel.declaration;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.FieldClass;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.cv.CvEntry;
import opencadre.personnel.cv.CvOutcome;
import opencadre.personnel.cv.CvRegister;
import opencadre.personnel.cv.Cvs;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.declaration.Declaration.Act;
import opencadre.personnel.declaration.Declaration.State;
import opencadre.personnel.declaration.Declaration.Wanted;
import opencadre.personnel.declaration.rule.DeclarationRules;
import opencadre.personnel.document.DocumentOutcome;
import opencadre.personnel.document.DocumentRegister;
import opencadre.personnel.document.Inspection;
import opencadre.personnel.document.rule.Described;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonOutcome;
import opencadre.personnel.person.UuidV7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Use cases of declarations. An accepted one becomes an entry of the CV, or the identity, by their own use cases and
 * rules.
 */
@Service
public class DeclarationRegister {

    private static final String REASON = "Theo kê khai của cán bộ";

    private final Declarations declarations;
    private final CvRegister register;
    private final Cvs cvs;
    private final OwnIdentity identity;
    private final People people;
    private final DocumentRegister documents;
    private final ScopedWork work;
    private final Places places;
    private final Clock clock;

    DeclarationRegister(
            Declarations declarations,
            CvRegister register,
            Cvs cvs,
            OwnIdentity identity,
            People people,
            DocumentRegister documents,
            ScopedWork work,
            Places places,
            Clock clock) {
        this.declarations = declarations;
        this.register = register;
        this.cvs = cvs;
        this.identity = identity;
        this.people = people;
        this.documents = documents;
        this.work = work;
        this.places = places;
        this.clock = clock;
    }

    /**
     * What is declared.
     *
     * @param kind of an entry to be added
     * @param entryId the entry to be put right or taken back
     */
    public record Asked(
            Act act,
            @Nullable String kind,
            @Nullable UUID entryId,
            @Nullable Map<String, String> values,
            @Nullable String document,
            @Nullable String note) {}

    /** The declarations of a person and class, the newest first; nothing outside the actor's scope. */
    public Optional<List<DeclarationView>> page(
            Actor actor, UUID personId, CvClass fieldClass, Declarations.@Nullable Position after, int limit) {
        if (!places.isVisible(actor, personId)) {
            return Optional.empty();
        }
        List<Declaration> page = declarations.page(personId, fieldClass, after, limit);
        Map<UUID, CvEntry> standing = new HashMap<>();
        cvs.believed(personId, fieldClass).forEach(entry -> standing.put(entry.id(), entry));
        if (page.stream().anyMatch(DeclarationRegister::isOfIdentity)) {
            standing.put(personId, identity.standing(personId));
        }
        return Optional.of(page.stream()
                .map(each -> new DeclarationView(each, about(each, standing::get)))
                .toList());
    }

    /** Whoever may, declares: it waits, and the CV stays what it is. */
    public DeclarationOutcome declare(Actor actor, UUID personId, CvClass fieldClass, Asked asked) {
        if (!places.isVisible(actor, personId)) {
            return new DeclarationOutcome.Unknown();
        }
        List<Finding> findings = DeclarationRules.ofAsked(new DeclarationRules.Asked(
                asked.act() == Act.ADD,
                asked.act() == Act.VOID,
                asked.kind(),
                asked.entryId(),
                asked.values() != null && !asked.values().isEmpty(),
                asked.note()));
        if (!findings.isEmpty()) {
            return new DeclarationOutcome.Unlawful(findings);
        }
        // Held, so that what is counted is all there is.
        cvs.lock(personId);
        if (people.mergedInto(personId).isPresent()) {
            return new DeclarationOutcome.Unlawful(List.of(Finding.of(null, "record-merged")));
        }
        UUID entryId = asked.entryId();
        Optional<CvEntry> standing = entryId == null ? Optional.empty() : standing(personId, fieldClass, entryId);
        if (personId.equals(entryId) && asked.act() == Act.VOID) {
            return new DeclarationOutcome.Unlawful(List.of(Finding.of("act", "declaration-keeps-the-identity")));
        }
        if (entryId != null && standing.isEmpty()) {
            return new DeclarationOutcome.Unlawful(List.of(Finding.of("entryId", "unknown-entry")));
        }
        Wanted wanted = wanted(asked, standing.orElse(null));
        findings = against(actor, personId, fieldClass, wanted);
        if (findings.isEmpty()) {
            findings = DeclarationRules.ofWaiting(declarations.waiting(personId));
        }
        if (!findings.isEmpty()) {
            return new DeclarationOutcome.Unlawful(findings);
        }
        Declaration declared =
                Declaration.waiting(UuidV7.next(clock), personId, fieldClass, wanted, actor, TwoClocks.now(clock));
        declarations.add(declared);
        return new DeclarationOutcome.Recorded(new DeclarationView(declared, standing.orElse(null)));
    }

    /** Whoever declared it no longer wants it. */
    public DeclarationOutcome withdraw(Actor actor, UUID personId, CvClass fieldClass, UUID id, LongPredicate madeOn) {
        return end(
                actor,
                personId,
                fieldClass,
                id,
                madeOn,
                view -> new Step.Ended(view.declaration().ended(State.WITHDRAWN, actor, TwoClocks.now(clock), null)));
    }

    /**
     * Whoever declared it offers a paper with it, while it waits.
     *
     * @param inspected what the file was found to be
     */
    public DocumentOutcome offer(
            Actor actor,
            UUID personId,
            UUID declarationId,
            Described described,
            Inspection.Report inspected,
            byte[] content) {
        Optional<Declaration> held = places.isVisible(actor, personId)
                ? declarations
                        .lock(personId, CvClass.PERSONAL, declarationId)
                        .or(() -> declarations.lock(personId, CvClass.SENSITIVE, declarationId))
                : Optional.empty();
        if (held.isEmpty()) {
            return new DocumentOutcome.Unknown();
        }
        Declaration declaration = held.get();
        List<Finding> ended = DeclarationRules.ofEnded(declaration.state() == State.WAITING);
        return ended.isEmpty()
                ? documents.offer(
                        actor,
                        personId,
                        declarationId,
                        declaration.wanted().act() == Act.VOID
                                ? null
                                : declaration.wanted().kind(),
                        described,
                        inspected,
                        content)
                : new DocumentOutcome.Unlawful(ended);
    }

    /** Accepts it, and the CV changes; or returns it with a reason. */
    public DeclarationOutcome decide(
            Actor actor,
            UUID personId,
            CvClass fieldClass,
            UUID id,
            LongPredicate madeOn,
            boolean accepted,
            @Nullable String reason) {
        return end(actor, personId, fieldClass, id, madeOn, view -> {
            Declaration declaration = view.declaration();
            List<Finding> findings = DeclarationRules.ofDecision(
                    actor.hands(), declaration.authors(), List.of(personId), accepted, view.changedSince(), reason);
            if (!findings.isEmpty()) {
                return new Step.Refused(findings);
            }
            Instant at = TwoClocks.now(clock);
            if (!accepted) {
                return new Step.Ended(declaration.ended(State.RETURNED, actor, at, reason));
            }
            String because = reason == null ? REASON : reason;
            return switch (isOfIdentity(declaration)
                    ? corrected(actor, declaration, because)
                    : recorded(actor, declaration, because)) {
                case Taken.Of(UUID entry) -> {
                    // Papers are more sensitive than what they may prove: whoever accepts need not have opened them.
                    work.opening(FieldClass.SENSITIVE, () -> {
                        Wanted wanted = declaration.wanted();
                        documents.taken(declaration.id(), wanted.kind(), wanted.act() == Act.VOID ? null : entry);
                        return true;
                    });
                    yield new Step.Ended(
                            declaration.ended(State.ACCEPTED, actor, at, reason).gave(entry));
                }
                case Taken.Not(var against) -> new Step.Refused(against);
            };
        });
    }

    /** What comes of a step. */
    private sealed interface Step {

        record Ended(Declaration declaration) implements Step {}

        record Refused(List<Finding> findings) implements Step {}
    }

    private DeclarationOutcome end(
            Actor actor,
            UUID personId,
            CvClass fieldClass,
            UUID id,
            LongPredicate madeOn,
            Function<DeclarationView, Step> step) {
        Optional<Declaration> held =
                places.isVisible(actor, personId) ? declarations.lock(personId, fieldClass, id) : Optional.empty();
        if (held.isEmpty() || !madeOn.test(held.get().revision())) {
            return new DeclarationOutcome.Unknown();
        }
        List<Finding> ended = DeclarationRules.ofEnded(held.get().state() == State.WAITING);
        if (!ended.isEmpty()) {
            return new DeclarationOutcome.Unlawful(ended);
        }
        if (isOfIdentity(held.get())) {
            // Held before it is compared, so that it is what was compared until it is changed.
            people.lock(personId);
        }
        return switch (step.apply(view(held.get()))) {
            case Step.Ended(Declaration declaration) -> {
                declarations.end(declaration);
                yield new DeclarationOutcome.Recorded(view(declaration));
            }
            case Step.Refused(var findings) -> new DeclarationOutcome.Unlawful(findings);
        };
    }

    private DeclarationView view(Declaration declaration) {
        return new DeclarationView(
                declaration,
                about(
                        declaration,
                        entry -> isOfIdentity(declaration)
                                ? identity.standing(declaration.personId())
                                : cvs.believed(declaration.personId(), entry).orElse(null)));
    }

    private static @Nullable CvEntry about(Declaration declaration, Function<UUID, @Nullable CvEntry> standing) {
        UUID entry = declaration.wanted().entryId();
        return entry == null ? null : standing.apply(entry);
    }

    private static boolean isOfIdentity(Declaration declaration) {
        return declaration.personId().equals(declaration.wanted().entryId());
    }

    /** The identity is an entry that has the id of the person. */
    private Optional<CvEntry> standing(UUID personId, CvClass fieldClass, UUID entryId) {
        return personId.equals(entryId) && fieldClass == CvClass.PERSONAL
                ? Optional.of(identity.standing(personId))
                : register.standing(personId, fieldClass, entryId);
    }

    private static Wanted wanted(Asked asked, @Nullable CvEntry standing) {
        return new Wanted(
                asked.act(),
                standing == null ? String.valueOf(asked.kind()) : standing.kind(),
                asked.entryId(),
                standing == null ? null : standing.recorded().from(),
                asked.values() == null ? Map.of() : asked.values(),
                asked.document(),
                asked.note());
    }

    /** What is wrong with it already is told to whoever declares it, not to whoever decides. */
    private List<Finding> against(Actor actor, UUID personId, CvClass fieldClass, Wanted wanted) {
        if (personId.equals(wanted.entryId())) {
            return identity.against(actor, personId, identity.whole(personId, wanted.values()));
        }
        return wanted.act() == Act.VOID
                ? List.of()
                : register.against(actor, personId, fieldClass, wanted.entryId(), typed(wanted));
    }

    /** What comes of taking over what was declared. */
    private sealed interface Taken {

        /** The entry that says it now. */
        record Of(UUID entry) implements Taken {}

        record Not(List<Finding> findings) implements Taken {}
    }

    private Taken corrected(Actor actor, Declaration declaration, String reason) {
        UUID personId = declaration.personId();
        Map<String, String> values =
                identity.whole(personId, declaration.wanted().values());
        List<Finding> findings = identity.against(actor, personId, values);
        if (!findings.isEmpty()) {
            return new Taken.Not(findings);
        }
        return switch (identity.correct(actor, personId, values, reason)) {
            case PersonOutcome.Recorded recorded -> new Taken.Of(personId);
            case PersonOutcome.Unlawful(var against) -> new Taken.Not(against);
            case PersonOutcome.Unknown() ->
                new Taken.Not(List.of(Finding.of(null, "declaration-of-identity-needs-the-right")));
        };
    }

    private Taken recorded(Actor actor, Declaration declaration, String reason) {
        return switch (inCv(actor, declaration, reason)) {
            case CvOutcome.Recorded(UUID entry, var ignored) -> new Taken.Of(entry);
            case CvOutcome.Unlawful(var against) -> new Taken.Not(against);
            case CvOutcome.Unknown() -> new Taken.Not(List.of(Finding.of("entryId", "unknown-entry")));
        };
    }

    private CvOutcome inCv(Actor actor, Declaration declaration, String reason) {
        Wanted wanted = declaration.wanted();
        UUID personId = declaration.personId();
        CvClass fieldClass = declaration.fieldClass();
        // That the entry is the one that was compared is known by since when it is believed, whatever else was
        // recorded.
        LongPredicate anyRevision = revision -> true;
        UUID entryId = wanted.entryId();
        if (entryId == null) {
            return register.add(actor, personId, fieldClass, anyRevision, typed(wanted), reason);
        }
        return wanted.act() == Act.VOID
                ? register.voided(actor, personId, fieldClass, anyRevision, entryId, reason)
                : register.correct(
                        actor, personId, fieldClass, anyRevision, entryId, wanted.values(), wanted.document(), reason);
    }

    private static CvRegister.Typed typed(Wanted wanted) {
        return new CvRegister.Typed(wanted.kind(), wanted.values(), wanted.document());
    }
}
