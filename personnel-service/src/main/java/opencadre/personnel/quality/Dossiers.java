package opencadre.personnel.quality;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.personnel.quality.rule.Item;
import org.jspecify.annotations.Nullable;

/**
 * Facts of many dossiers at once: each method costs the same number of statements however many there are. Every method
 * runs inside the transaction that knows the actor and the class that was opened.
 */
public interface Dossiers {

    /** Stands for all the units of an answer together. */
    UUID ALL = new UUID(0, 0);

    /** Stands beside the codes of items: of how many dossiers nothing is missing. */
    String COMPLETE = "COMPLETE";

    /**
     * The dossiers of these people on the actor's day, in the order of the ids. Who asks has seen to it that they are
     * in reach.
     */
    List<Dossier> of(Actor actor, Collection<UUID> personIds);

    /**
     * How many people the actor reaches in a unit: by the unit directly below it under which they have a place, or
     * itself, and under {@link #ALL} in all of them. Empty where there are none.
     */
    Map<UUID, Long> sizes(Actor actor, UUID unitId);

    /** The same people one by one, each with every such unit. */
    Map<UUID, List<UUID>> members(Actor actor, UUID unitId);

    /**
     * By unit as in {@link #sizes}: in how many dossiers each item is filled, by its code, and under {@link #COMPLETE}
     * in how many all are.
     */
    Map<UUID, Map<String, Long>> filled(Actor actor, UUID unitId, List<Item> items);

    /** Pairs of people, both in reach, who may be the same, in name order; after a pair. */
    List<Suspicion> suspicions(Actor actor, Suspicion.@Nullable Key after, int limit);
}
