package opencadre.personnel.merge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import org.jspecify.annotations.Nullable;

/** Where merges are kept, and what they do to facts. Every method runs inside the transaction that knows the actor. */
public interface Merges {

    /** The last line of a page. */
    record Position(Instant preparedAt, UUID id) {}

    void add(Merge merge);

    /** One that the actor reaches both records of, held until the end of the transaction. */
    Optional<Merge> lock(Actor actor, UUID id);

    Optional<Merge> find(Actor actor, UUID id);

    /** The newest first. */
    List<Merge> page(Actor actor, @Nullable Position after, int limit);

    /** Keeps what became of one. */
    void keep(Merge merge);

    /** Numbers of issued decisions about people, by whose they are. */
    Map<UUID, List<String>> decisions(Collection<UUID> people);

    /** Those of these people whose an account is, or whose record an account may see as its own. */
    Set<UUID> withAccounts(Collection<UUID> people);

    /**
     * What is under way about the two, as codes of findings: {@code decision-pending}. Asked past every scope; nothing
     * leaves but the codes.
     */
    Set<String> underWay(UUID keptId, UUID mergedId, @Nullable UUID butFor);

    /** Whether every post of these people that is not past lies in units that the actor reaches. */
    boolean reachesPosts(Actor actor, Collection<UUID> people);

    /** Kinds of restricted entries that both CVs hold once since the same day; how many. */
    int restrictedContradictions(UUID keptId, UUID mergedId);

    /**
     * Holds the decisions about people until the end of the transaction, before the people as everywhere.
     *
     * @return when one of them was last recorded; nothing where there is none
     */
    Optional<Instant> holdDecisions(Collection<UUID> people);

    /**
     * Every fact of the merged record comes to be believed of the kept one, but for what is dropped; decisions about it
     * name the kept one.
     *
     * @return the decisions that do
     */
    List<UUID> pass(Merge merge, Instant at, String reason, String account);

    /** Keeps that these papers went with it, and whether the numbers of both changed places. */
    void passed(Merge merge, Collection<UUID> papers, boolean numbers);

    /** Of one that stands: facts that are no longer as the merge left them. */
    List<UUID> changedSince(Merge merge);

    /** Whether the numbers of both changed places with it. */
    boolean exchangedNumbers(Merge merge);

    /** Papers that went with it. */
    List<UUID> papers(Merge merge);

    /** What an undo did. */
    record TakenBack(List<UUID> decisions, List<UUID> left) {}

    /** Every fact is believed again of whom it was, but for what was changed since. */
    TakenBack takeBack(Merge merge, Instant at, String reason, String account);
}
