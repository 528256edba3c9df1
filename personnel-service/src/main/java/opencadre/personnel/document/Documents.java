package opencadre.personnel.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import opencadre.personnel.document.rule.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Where documents are kept. Every method runs inside the transaction that knows the actor, and the class that was
 * opened.
 */
public interface Documents {

    /** Holds the papers of a person until the end of the transaction. */
    void lock(UUID personId);

    /** The papers of a person of a class, also voided ones, latest first; none that is only offered. */
    List<Document> of(UUID personId, DocumentClass fieldClass);

    Optional<Document> find(UUID personId, DocumentClass fieldClass, UUID documentId);

    /** Keeps a paper with its content. The same content of the same person is kept once. */
    void record(Document document, byte[] content);

    /**
     * A paper that was offered with a declaration.
     *
     * @param document as it would lie in the dossier
     */
    record Offered(UUID declarationId, Document document) {}

    /** Keeps a paper that is offered with a declaration: it is of the dossier once that is accepted. */
    void offer(Offered offered, byte[] content);

    /**
     * What was offered with declarations of a person, also with ended ones, latest first.
     *
     * @param declarationId with this one alone; null for all
     */
    List<Offered> offered(UUID personId, @Nullable UUID declarationId);

    /** A paper that was offered, also one that was taken since. */
    Optional<Document> findOffered(UUID personId, UUID documentId);

    /**
     * The declaration was accepted: from now on what was offered with it proves the entry that came of it; where there
     * is none, it stands for itself.
     */
    void taken(UUID declarationId, @Nullable UUID entryId);

    /** Keeps that a paper was voided. */
    void end(UUID documentId, Document.Act voided, String reason);

    /** What a paper holds. Errors: {@link BrokenSeal} when it is not what was sealed. */
    byte[] content(Document document);

    /** Of each of the people the latest standing paper of one of the kinds, not restricted, with what it holds. */
    void latest(Collection<UUID> personIds, Collection<String> kinds, BiConsumer<UUID, byte[]> each);

    /**
     * Papers of one record become those of another, sealed anew: all of its dossier, or some. What lies beside it stays
     * with what it was offered with.
     *
     * @return which
     */
    List<UUID> pass(UUID from, UUID to, @Nullable Collection<UUID> some);

    /** What papers of a class may prove of a person, as believed now, the latest first. */
    List<Fact> facts(UUID personId, DocumentClass fieldClass);
}
