package opencadre.personnel.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.document.rule.Described;
import opencadre.personnel.document.rule.DocumentRules;
import opencadre.personnel.document.rule.Fact;
import opencadre.personnel.document.rule.MissingPapers;
import opencadre.personnel.document.rule.PaperKind;
import opencadre.personnel.person.People;
import opencadre.personnel.person.UuidV7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Use cases of the papers of a dossier. */
@Service
public class DocumentRegister {

    private final Documents documents;
    private final PaperKinds kinds;
    private final People people;
    private final Places places;
    private final Clock clock;

    DocumentRegister(Documents documents, PaperKinds kinds, People people, Places places, Clock clock) {
        this.documents = documents;
        this.kinds = kinds;
        this.people = people;
        this.places = places;
        this.clock = clock;
    }

    /** A paper with what it holds. */
    public static final class Opened {

        private final Document document;
        private final byte[] content;

        Opened(Document document, byte[] content) {
            this.document = document;
            this.content = content;
        }

        public Document document() {
            return document;
        }

        /** As it came; handed on once, not copied. */
        public byte[] content() {
            return content;
        }
    }

    /** The kinds of papers, as they are offered. */
    public PaperKinds kinds() {
        return kinds;
    }

    /** Whether there is such a person for the actor. */
    public boolean isThere(Actor actor, UUID personId) {
        return places.isVisible(actor, personId);
    }

    /** The papers of a person, and those that are missing; nothing outside the actor's scope. */
    public Optional<DocumentsView> view(Actor actor, UUID personId, DocumentClass fieldClass) {
        if (!places.isVisible(actor, personId)) {
            return Optional.empty();
        }
        List<Document> items = documents.of(personId, fieldClass);
        List<Fact> facts = documents.facts(personId, fieldClass);
        MissingPapers missing = MissingPapers.of(
                facts,
                kinds.items(),
                items.stream().filter(Document::stands).map(Document::paper).toList());
        return Optional.of(new DocumentsView(
                personId,
                fieldClass,
                items,
                facts,
                // What every dossier holds is told once, with the papers that are not restricted.
                fieldClass == DocumentClass.SENSITIVE ? missing : new MissingPapers(missing.facts(), List.of())));
    }

    /** A paper with what it holds, also a voided one; nothing outside the actor's scope. Errors: {@link BrokenSeal}. */
    public Optional<Opened> open(Actor actor, UUID personId, DocumentClass fieldClass, UUID documentId) {
        if (!places.isVisible(actor, personId)) {
            return Optional.empty();
        }
        return documents
                .find(personId, fieldClass, documentId)
                .map(document -> new Opened(document, documents.content(document)));
    }

    /**
     * What is made of the portraits of people, by whose they are: of each the latest that stands. One after the other,
     * so that they are not all in memory at once; who has none, or one that does not open, is left out.
     */
    public <T> Map<UUID, T> portraits(Collection<UUID> personIds, Function<byte[], Optional<T>> made) {
        Map<UUID, T> portraits = new HashMap<>();
        documents.latest(
                personIds,
                kinds.items().stream()
                        .filter(PaperKind::picture)
                        .map(PaperKind::code)
                        .toList(),
                (person, content) -> made.apply(content).ifPresent(portrait -> portraits.put(person, portrait)));
        return portraits;
    }

    /**
     * Takes a paper in.
     *
     * @param inspected what the file was found to be
     */
    public DocumentOutcome add(
            Actor actor,
            UUID personId,
            DocumentClass fieldClass,
            Described typed,
            Inspection.Report inspected,
            byte[] content) {
        if (!places.isVisible(actor, personId)) {
            return new DocumentOutcome.Unknown();
        }
        documents.lock(personId);
        if (people.mergedInto(personId).isPresent()) {
            return new DocumentOutcome.Unlawful(List.of(Finding.of(null, "record-merged")));
        }
        Described described = typed.tidied();
        List<Fact> facts = documents.facts(personId, fieldClass);
        List<Finding> findings =
                new ArrayList<>(DocumentRules.findings(described, kinds.items(), facts, actor.today()));
        findings.addAll(inspected.findings());
        if (inspected.kind() != null) {
            findings.addAll(DocumentRules.ofPicture(described, inspected.kind(), kinds.items()));
        }
        String sha256 = sha256(content);
        if (findings.isEmpty() && isThere(personId, fieldClass, described, sha256)) {
            findings.add(Finding.of("content", "document-already-there"));
        }
        if (!findings.isEmpty()) {
            return new DocumentOutcome.Unlawful(findings);
        }
        Document document = new Document(
                UuidV7.next(clock),
                personId,
                fieldClass,
                described,
                DocumentRules.proven(described, facts).map(Fact::kind).orElse(null),
                Objects.requireNonNull(inspected.kind()),
                content.length,
                sha256,
                act(actor),
                null,
                null);
        documents.record(document, content);
        return new DocumentOutcome.Recorded(document);
    }

    /**
     * Keeps a paper beside the dossier, offered with a declaration that waits.
     *
     * @param entryKind kind of the CV entry that is declared, as {@code DEGREE}; null where one is to be taken back
     */
    public DocumentOutcome offer(
            Actor actor,
            UUID personId,
            UUID declarationId,
            @Nullable String entryKind,
            Described typed,
            Inspection.Report inspected,
            byte[] content) {
        documents.lock(personId);
        Described described = typed.tidied();
        List<Finding> findings =
                new ArrayList<>(DocumentRules.findings(described, kinds.items(), List.of(), actor.today()));
        if (entryKind != null) {
            findings.addAll(DocumentRules.ofOffered(described, entryKind, kinds.items()));
        }
        findings.addAll(inspected.findings());
        if (inspected.kind() != null) {
            findings.addAll(DocumentRules.ofPicture(described, inspected.kind(), kinds.items()));
        }
        String sha256 = sha256(content);
        List<Documents.Offered> offered = documents.offered(personId, declarationId);
        if (findings.isEmpty()
                && offered.stream().anyMatch(each -> each.document().sha256().equals(sha256))) {
            findings.add(Finding.of("content", "document-already-there"));
        }
        if (findings.isEmpty()) {
            findings.addAll(DocumentRules.ofOffers(offered.size()));
        }
        if (!findings.isEmpty()) {
            return new DocumentOutcome.Unlawful(findings);
        }
        Document document = new Document(
                UuidV7.next(clock),
                personId,
                DocumentClass.SENSITIVE,
                described,
                null,
                Objects.requireNonNull(inspected.kind()),
                content.length,
                sha256,
                act(actor),
                null,
                null);
        documents.offer(new Documents.Offered(declarationId, document), content);
        return new DocumentOutcome.Recorded(document);
    }

    /** What was offered with declarations of a person; nothing outside the actor's scope. */
    public Optional<List<Documents.Offered>> offered(Actor actor, UUID personId) {
        return places.isVisible(actor, personId) ? Optional.of(documents.offered(personId, null)) : Optional.empty();
    }

    /** A paper that was offered, with what it holds. Errors: {@link BrokenSeal}. */
    public Optional<Opened> openOffered(Actor actor, UUID personId, UUID documentId) {
        if (!places.isVisible(actor, personId)) {
            return Optional.empty();
        }
        return documents
                .findOffered(personId, documentId)
                .map(document -> new Opened(document, documents.content(document)));
    }

    /**
     * What was offered with an accepted declaration is of the dossier, and proves the entry that came of it where
     * papers prove entries of its kind.
     *
     * @param entryId null where an entry was taken back
     */
    public void taken(UUID declarationId, String entryKind, @Nullable UUID entryId) {
        boolean isProvable =
                kinds.items().stream().anyMatch(kind -> kind.proves().contains(entryKind));
        documents.taken(declarationId, isProvable ? entryId : null);
    }

    /** One scan may prove several facts; twice for the same it says nothing more. */
    private boolean isThere(UUID personId, DocumentClass fieldClass, Described described, String sha256) {
        return documents.of(personId, fieldClass).stream()
                .filter(Document::stands)
                .anyMatch(other -> other.sha256().equals(sha256)
                        && other.described().kind().equals(described.kind())
                        && Objects.equals(other.described().factId(), described.factId()));
    }

    /** It was the wrong paper, or of somebody else: it stays, and counts no more. */
    public DocumentOutcome voided(
            Actor actor,
            UUID personId,
            DocumentClass fieldClass,
            LongPredicate madeOn,
            UUID documentId,
            String reason) {
        if (!places.isVisible(actor, personId)) {
            return new DocumentOutcome.Unknown();
        }
        documents.lock(personId);
        Optional<Document> found = documents.find(personId, fieldClass, documentId);
        if (found.isEmpty() || !madeOn.test(found.get().revision())) {
            return new DocumentOutcome.Unknown();
        }
        Document document = found.get();
        if (!document.stands()) {
            return new DocumentOutcome.Unlawful(List.of(Finding.of(null, "document-is-voided")));
        }
        Document.Act act = act(actor);
        documents.end(documentId, act, reason);
        return new DocumentOutcome.Recorded(new Document(
                document.id(),
                document.personId(),
                document.fieldClass(),
                document.described(),
                document.fact(),
                document.type(),
                document.size(),
                document.sha256(),
                document.recorded(),
                act,
                reason));
    }

    private Document.Act act(Actor actor) {
        return new Document.Act(actor.account(), actor.name(), TwoClocks.now(clock));
    }

    /** Of a content, 64 hexadecimal digits. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
