package opencadre.personnel.merge;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grants;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.cv.Certificates;
import opencadre.personnel.cv.CvCatalogue;
import opencadre.personnel.cv.CvEntry;
import opencadre.personnel.cv.Cvs;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.decision.DecisionEvents;
import opencadre.personnel.decision.DecisionState;
import opencadre.personnel.decision.Decisions;
import opencadre.personnel.document.Document;
import opencadre.personnel.document.DocumentClass;
import opencadre.personnel.document.Documents;
import opencadre.personnel.merge.Comparison.Half;
import opencadre.personnel.merge.Merge.Act;
import opencadre.personnel.merge.Merge.Choices;
import opencadre.personnel.merge.Merge.Side;
import opencadre.personnel.merge.Merge.State;
import opencadre.personnel.merge.rule.MergeRules;
import opencadre.personnel.merge.rule.MergeRules.Slot;
import opencadre.personnel.merge.rule.MergeRules.Who;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.IdNumber;
import opencadre.personnel.person.Identity;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonFile;
import opencadre.personnel.person.PersonMerging;
import opencadre.personnel.person.Recorded;
import opencadre.personnel.person.Sex;
import opencadre.personnel.person.UuidV7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Use cases of merges. */
@Service
public class MergeRegister {

    private static final String REASON = "Gộp hồ sơ";
    private static final String UNDO_REASON = "Hủy gộp hồ sơ";

    private final Merges merges;
    private final People people;
    private final PersonMerging records;
    private final Cvs cvs;
    private final CvCatalogue catalogue;
    private final Certificates certificates;
    private final Documents documents;
    private final Decisions decisions;
    private final DecisionEvents decisionEvents;
    private final Grants grants;
    private final Places places;
    private final Clock clock;

    MergeRegister(
            Merges merges,
            People people,
            PersonMerging records,
            Cvs cvs,
            CvCatalogue catalogue,
            Certificates certificates,
            Documents documents,
            Decisions decisions,
            DecisionEvents decisionEvents,
            Grants grants,
            Places places,
            Clock clock) {
        this.merges = merges;
        this.people = people;
        this.records = records;
        this.cvs = cvs;
        this.catalogue = catalogue;
        this.certificates = certificates;
        this.documents = documents;
        this.decisions = decisions;
        this.decisionEvents = decisionEvents;
        this.grants = grants;
        this.places = places;
        this.clock = clock;
    }

    /** Both records side by side, and what stands against making them one so; nothing with one outside the scope. */
    public Optional<Comparison> compare(Actor actor, UUID keptId, UUID mergedId, Choices choices) {
        return compare(actor, keptId, mergedId, choices, null);
    }

    /** Somebody has seen that both are of one person, and which stays. */
    public MergeOutcome prepare(Actor actor, UUID keptId, UUID mergedId, Choices choices, String reason) {
        Optional<PersonMerging.Pair> held =
                keptId.equals(mergedId) ? Optional.empty() : records.hold(actor, keptId, mergedId, Instant.EPOCH);
        if (held.isEmpty()) {
            return new MergeOutcome.Unknown();
        }
        Comparison comparison = compare(actor, keptId, mergedId, choices, null).orElseThrow();
        List<Finding> own = FourEyes.ofOwnAffair(actor.hands(), List.of(keptId, mergedId));
        if (!own.isEmpty()) {
            return new MergeOutcome.Unlawful(own);
        }
        Optional<MergeOutcome.Unlawful> refusal = comparison.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Merge merge = new Merge(
                UuidV7.next(clock),
                keptId,
                mergedId,
                1,
                State.PREPARED,
                choices,
                comparison.compared(),
                reason,
                Act.of(actor, TwoClocks.now(clock)),
                null,
                null,
                null,
                List.of());
        merges.add(merge);
        return recorded(merge);
    }

    /** The newest first, of those whose records are both in reach. */
    public List<MergeView> page(Actor actor, Merges.@Nullable Position after, int limit) {
        List<Merge> page = merges.page(actor, after, limit);
        Map<UUID, List<Identity>> identities = people.identities(page.stream()
                .flatMap(merge -> Stream.of(merge.keptId(), merge.mergedId()))
                .distinct()
                .toList());
        return page.stream()
                .map(merge -> new MergeView(
                        merge, name(identities.get(merge.keptId())), name(identities.get(merge.mergedId())), List.of()))
                .toList();
    }

    private static String name(@Nullable List<Identity> identities) {
        return identities == null
                ? ""
                : identities.stream()
                        .filter(identity -> identity.recorded().to() == null)
                        .reduce((first, second) -> second)
                        .map(Identity::fullName)
                        .orElse("");
    }

    public Optional<MergeView> find(Actor actor, UUID id) {
        return merges.find(actor, id).map(this::view);
    }

    /** Nothing comes of it, or it stays merged after all. */
    public MergeOutcome withdraw(Actor actor, UUID id, LongPredicate madeOn) {
        return step(actor, id, madeOn, merge -> switch (merge.state()) {
            case PREPARED -> kept(merge.withdrawn());
            case UNDOING -> kept(merge.undoWithdrawn());
            case WITHDRAWN, MERGED, UNDONE -> refused("merge.nothing-waits");
        });
    }

    /** Somebody who reaches both says that it was wrong. */
    public MergeOutcome undo(Actor actor, UUID id, LongPredicate madeOn, String reason) {
        return step(actor, id, madeOn, merge -> {
            if (merge.state() != State.MERGED) {
                return refused("merge.not-merged");
            }
            return reachesBoth(actor, merge)
                    ? kept(merge.undoAsked(new Merge.Undo(reason, Act.of(actor, TwoClocks.now(clock)))))
                    : refused("merge.record-not-whole");
        });
    }

    /** Another approves: there is one record then, or two again. */
    public MergeOutcome approve(Actor actor, UUID id, LongPredicate madeOn) {
        return step(actor, id, madeOn, merge -> switch (merge.state()) {
            case PREPARED -> approveMerge(actor, merge);
            case UNDOING -> approveUndo(actor, merge);
            case WITHDRAWN, MERGED, UNDONE -> refused("merge.nothing-waits");
        });
    }

    private interface Step {
        MergeOutcome take(Merge merge);
    }

    private MergeOutcome step(Actor actor, UUID id, LongPredicate madeOn, Step step) {
        Optional<Merge> held = merges.lock(actor, id);
        if (held.isEmpty() || !madeOn.test(held.get().revision())) {
            return new MergeOutcome.Unknown();
        }
        Merge merge = held.get();
        List<Finding> own = FourEyes.ofOwnAffair(actor.hands(), List.of(merge.keptId(), merge.mergedId()));
        return own.isEmpty() ? step.take(merge) : new MergeOutcome.Unlawful(own);
    }

    private MergeOutcome kept(Merge merge) {
        merges.keep(merge);
        return recorded(merge);
    }

    private MergeOutcome recorded(Merge merge) {
        return new MergeOutcome.Recorded(view(merge));
    }

    private MergeView view(Merge merge) {
        Map<UUID, List<Identity>> identities = people.identities(List.of(merge.keptId(), merge.mergedId()));
        boolean stands = merge.state() == State.MERGED || merge.state() == State.UNDOING;
        return new MergeView(
                merge,
                name(identities.get(merge.keptId())),
                name(identities.get(merge.mergedId())),
                stands ? merges.changedSince(merge) : List.of());
    }

    private static MergeOutcome refused(String code) {
        return new MergeOutcome.Unlawful(List.of(Finding.of(null, code)));
    }

    private boolean reachesBoth(Actor actor, Merge merge) {
        return reachesWhole(
                actor,
                Stream.of(merge.keptId(), merge.mergedId())
                        .map(id -> people.file(id).orElseThrow())
                        .toList());
    }

    /** The units that have the files, and those of every post that is not past. */
    private boolean reachesWhole(Actor actor, List<PersonFile> files) {
        return files.stream().allMatch(file -> records.hasFile(actor, file))
                && merges.reachesPosts(actor, files.stream().map(PersonFile::id).toList());
    }

    private MergeOutcome approveMerge(Actor actor, Merge merge) {
        if (FourEyes.areOne(actor.hands(), grants.hands(merge.prepared().hands()))) {
            return refused("merge.by-its-author");
        }
        Optional<PersonMerging.Pair> held = hold(actor, merge);
        if (held.isEmpty()) {
            return new MergeOutcome.Unknown();
        }
        PersonMerging.Pair pair = held.get();
        Comparison comparison = compare(actor, merge.keptId(), merge.mergedId(), merge.choices(), merge.id())
                .orElseThrow();
        if (!comparison.compared().equals(merge.compared())) {
            return refused("merge.changed-since-compared");
        }
        Optional<MergeOutcome.Unlawful> refusal = comparison.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Merge approved = merge.approvedBy(Act.of(actor, pair.at()));
        if (merge.choices().identityOf() == Side.MERGED) {
            pair.identify(actor, merge.keptId(), comparison.merged().file().believedIdentity(), REASON);
        }
        List<UUID> named = new ArrayList<>();
        places.asService(() -> {
            named.addAll(merges.pass(merge, pair.at(), REASON, actor.account()));
            boolean numbers = exchanges(merge, comparison);
            merges.passed(merge, documents.pass(merge.mergedId(), merge.keptId(), null), numbers);
            if (numbers) {
                people.exchangeIdNumbers(
                        merge.keptId(), merge.mergedId(), Recorded.now(pair.at(), REASON, actor.account()));
            }
        });
        reviseCvs(merge, pair.at());
        pair.close(actor, merge.keptId(), merge.mergedId());
        tell(named, "person-merged");
        return kept(approved);
    }

    /** A number that only the merged record has is the person's too. */
    private static boolean exchanges(Merge merge, Comparison comparison) {
        return merge.choices().idNumberOf() == Side.MERGED
                || (comparison.kept().idNumber() == null && comparison.merged().idNumber() != null);
    }

    private MergeOutcome approveUndo(Actor actor, Merge merge) {
        if (merge.undo() == null
                || FourEyes.areOne(
                        actor.hands(), grants.hands(merge.undo().asked().hands()))) {
            return refused("merge.by-its-author");
        }
        if (!reachesBoth(actor, merge)) {
            return refused("merge.record-not-whole");
        }
        Optional<PersonMerging.Pair> held = hold(actor, merge);
        if (held.isEmpty()) {
            return new MergeOutcome.Unknown();
        }
        PersonMerging.Pair pair = held.get();
        Instant mergedAt = merge.mergedAt();
        PersonFile kept = pair.file(merge.keptId());
        pair.open(merge.mergedId());
        List<UUID> named = new ArrayList<>();
        List<UUID> left = new ArrayList<>();
        places.asService(() -> {
            Merges.TakenBack back = merges.takeBack(merge, pair.at(), UNDO_REASON, actor.account());
            named.addAll(back.decisions());
            left.addAll(back.left());
            documents.pass(merge.keptId(), merge.mergedId(), merges.papers(merge));
            if (merges.exchangedNumbers(merge)) {
                if (numberPutRightSince(merge.keptId(), mergedAt)) {
                    left.add(merge.keptId());
                } else {
                    people.exchangeIdNumbers(
                            merge.keptId(), merge.mergedId(), Recorded.now(pair.at(), UNDO_REASON, actor.account()));
                }
            }
        });
        if (merge.choices().identityOf() == Side.MERGED) {
            if (kept.believedIdentity().recorded().from().equals(mergedAt)) {
                kept.identities().stream()
                        .filter(identity -> mergedAt.equals(identity.recorded().to()))
                        .forEach(before -> pair.identify(actor, merge.keptId(), before, UNDO_REASON));
            } else if (!left.contains(merge.keptId())) {
                left.add(merge.keptId());
            }
        }
        reviseCvs(merge, pair.at());
        pair.part(actor, merge.keptId(), merge.mergedId());
        tell(named, "merge-undone");
        return kept(merge.undoneBy(Act.of(actor, pair.at()), List.copyOf(left)));
    }

    /** Whether the number was recorded, ended or both since; what a release before recorded may bear an earlier day. */
    private boolean numberPutRightSince(UUID id, Instant mergedAt) {
        return people.idNumbersOf(id).stream()
                .map(IdNumber::recorded)
                .anyMatch(recorded -> recorded.from().isAfter(mergedAt)
                        || (recorded.to() != null && recorded.to().isAfter(mergedAt)));
    }

    private Optional<PersonMerging.Pair> hold(Actor actor, Merge merge) {
        List<UUID> both = List.of(merge.keptId(), merge.mergedId());
        Optional<Instant> decided = merges.holdDecisions(both);
        Instant latest = both.stream()
                .sorted()
                .map(id -> cvs.lock(id).recordedAt())
                .max(Instant::compareTo)
                .orElseThrow();
        both.stream().sorted().forEach(documents::lock);
        Instant last = decided.filter(latest::isBefore).orElse(latest);
        return records.hold(actor, merge.keptId(), merge.mergedId(), TwoClocks.after(last, TwoClocks.now(clock)));
    }

    private void reviseCvs(Merge merge, Instant at) {
        for (UUID id : List.of(merge.keptId(), merge.mergedId())) {
            cvs.revise(id, cvs.revision(id) + 1, at);
        }
    }

    private void tell(List<UUID> named, String because) {
        places.asService(() -> named.stream()
                .flatMap(id -> decisions.find(null, id).stream())
                .filter(decision -> decision.now().state() == DecisionState.ISSUED
                        || decision.now().state() == DecisionState.RESCINDED)
                .forEach(decision -> decisionEvents.changed(decision, because)));
    }

    private Optional<Comparison> compare(
            Actor actor, UUID keptId, UUID mergedId, Choices choices, @Nullable UUID butFor) {
        List<UUID> both = List.of(keptId, mergedId);
        if (places.visible(actor, both).size() < 2) {
            return Optional.empty();
        }
        Map<UUID, List<Certificates.Certificate>> verified = certificates.verified(both, actor.today());
        Map<UUID, List<String>> decided = merges.decisions(both);
        Set<UUID> withAccounts = merges.withAccounts(both);
        List<Half> halves = both.stream()
                .map(id -> new Half(
                        people.file(id).orElseThrow(),
                        people.idNumber(id).orElse(null),
                        Stream.of(CvClass.PERSONAL, CvClass.SENSITIVE)
                                .flatMap(fields -> cvs.believed(id, fields).stream())
                                .toList(),
                        documents.of(id, DocumentClass.SENSITIVE).stream()
                                .filter(Document::stands)
                                .toList(),
                        decided.getOrDefault(id, List.of()),
                        verified.getOrDefault(id, List.of()),
                        withAccounts.contains(id)))
                .toList();
        Half kept = halves.getFirst();
        Half merged = halves.getLast();
        return Optional.of(new Comparison(
                kept,
                merged,
                "%d %d %d %d"
                        .formatted(
                                kept.file().revision(),
                                merged.file().revision(),
                                cvs.revision(keptId),
                                cvs.revision(mergedId)),
                findings(actor, kept, merged, choices, butFor)));
    }

    private List<MergeFinding> findings(Actor actor, Half kept, Half merged, Choices choices, @Nullable UUID butFor) {
        UUID keptId = kept.file().id();
        UUID mergedId = merged.file().id();
        List<MergeFinding> findings = new ArrayList<>();
        if (kept.file().mergedInto() != null || merged.file().mergedInto() != null) {
            findings.add(MergeFinding.against("already-merged", List.of()));
        }
        if (!reachesWhole(actor, List.of(kept.file(), merged.file()))) {
            findings.add(MergeFinding.against("record-not-whole", List.of()));
        }
        if (merged.hasAccount()) {
            findings.add(MergeFinding.against("merged-has-account", List.of()));
        }
        merges.underWay(keptId, mergedId, butFor).stream()
                .sorted()
                .forEach(code -> findings.add(MergeFinding.against(code, List.of())));
        List<MergeRules.Fact> ofKept = exclusive(kept);
        List<MergeRules.Fact> ofMerged = exclusive(merged);
        MergeRules.contradictions(ofKept, ofMerged, choices.dropped())
                .forEach(found -> findings.add(MergeFinding.against(
                        switch (found.slot()) {
                            case MAIN_POST -> "overlaps-main-post";
                            case RATING -> "year-rated-twice";
                            case SUSPENSION -> "suspended-twice";
                            case CV_ENTRY -> "entry-held-once";
                        },
                        List.of(found.ofKept(), found.ofMerged()))));
        if (merges.restrictedContradictions(keptId, mergedId) > 0) {
            findings.add(MergeFinding.against("restricted-entries-contradict", List.of()));
        }
        List<UUID> ofDecisions = MergeRules.ofDecisions(
                Stream.concat(ofKept.stream(), ofMerged.stream()).toList(), choices.dropped());
        if (!ofDecisions.isEmpty()) {
            findings.add(MergeFinding.against("post-of-a-decision", ofDecisions));
        }
        Set<UUID> unknown = new HashSet<>(choices.dropped());
        Stream.of(kept, merged).flatMap(half -> facts(half).stream()).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            findings.add(MergeFinding.against("unknown-fact", List.of()));
        }
        MergeRules.doubts(who(kept), who(merged)).forEach(code -> findings.add(MergeFinding.doubt(code, List.of())));
        samePapers(kept.papers(), merged.papers())
                .ifPresent(papers -> findings.add(MergeFinding.doubt("same-paper", papers)));
        return List.copyOf(findings);
    }

    private static Optional<List<UUID>> samePapers(Collection<Document> kept, Collection<Document> merged) {
        List<UUID> same = kept.stream()
                .flatMap(paper -> merged.stream()
                        .filter(other -> other.sha256().equals(paper.sha256()))
                        .flatMap(other -> Stream.of(paper.id(), other.id())))
                .distinct()
                .toList();
        return same.isEmpty() ? Optional.empty() : Optional.of(same);
    }

    private static Who who(Half half) {
        Identity identity = half.file().believedIdentity();
        return new Who(identity.fullName(), identity.sex() == Sex.FEMALE, identity.birth(), half.idNumber());
    }

    private static List<UUID> facts(Half half) {
        return Stream.of(
                        half.file().believedAssignments().stream().map(post -> post.id()),
                        half.file().believedConduct().stream().map(Conduct::id),
                        half.entries().stream().map(CvEntry::id))
                .flatMap(ids -> ids)
                .toList();
    }

    private List<MergeRules.Fact> exclusive(Half half) {
        List<MergeRules.Fact> facts = new ArrayList<>();
        half.file()
                .believedAssignments()
                .forEach(post -> facts.add(new MergeRules.Fact(
                        post.id(),
                        Slot.MAIN_POST,
                        // Concurrent posts exclude nothing: each is of its own.
                        post.concurrent() ? post.id().toString() : post.tree().name(),
                        post.valid(),
                        post.decisionId() != null)));
        half.file().believedConduct().stream()
                .forEach(conduct -> slot(conduct.content())
                        .ifPresent(slot -> facts.add(new MergeRules.Fact(
                                conduct.id(), slot, "", conduct.content().valid(), false))));
        half.entries().stream()
                .filter(entry -> catalogue
                        .kind(entry.kind())
                        .filter(kind -> !kind.many())
                        .isPresent())
                .forEach(entry -> facts.add(new MergeRules.Fact(
                        entry.id(),
                        Slot.CV_ENTRY,
                        entry.kind(),
                        new Period(entry.valid().from(), entry.valid().from().plusDays(1)),
                        false)));
        return facts;
    }

    private static Optional<Slot> slot(Conduct.Content content) {
        return switch (content) {
            case Conduct.Rating rating -> Optional.of(Slot.RATING);
            case Conduct.Suspension suspension -> Optional.of(Slot.SUSPENSION);
            case Conduct.Discipline discipline -> Optional.empty();
            case Conduct.HealthCertificate certificate -> Optional.empty();
            case Conduct.ConfidenceVote vote -> Optional.empty();
        };
    }
}
