package opencadre.personnel.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.time.Believed;
import org.jspecify.annotations.Nullable;

/** Where units are kept. */
public interface Units {

    /** A succession with its id. */
    record Recorded(UUID id, Succession succession) {}

    /** Everything that stood on a day, by tree and name. */
    List<Unit> on(LocalDate day);

    /** A unit and those directly below it that stood on a day, by name. */
    List<Unit> around(UUID id, LocalDate day);

    /** Every version of a unit, oldest first; empty for an unknown one. */
    List<Unit> versions(UUID id);

    /** The latest version of each unit. */
    Map<UUID, Unit> find(Collection<UUID> ids);

    /** The units that stand on a day or later: one with all below it, or all of them, in the order of the trees. */
    List<UUID> under(@Nullable UUID id, LocalDate day);

    /**
     * The units of which the people of a day count to a unit, by name: it and all that was below it on the day, or by
     * {@link UnitBasis#SUCCESSOR} what stands today in its place and below it, and everything that went into that.
     * Nothing where it did not stand then, or has no successor now.
     */
    List<StandingUnit> standing(UUID id, LocalDate day, UnitBasis basis, LocalDate today);

    /** Every belief in the latest version of each unit. */
    List<Believed<Unit>> beliefs(Collection<UUID> ids);

    /** Names as of a day; units that did not stand then go by their latest name. */
    Map<UUID, String> names(Collection<UUID> ids, LocalDate day);

    /** The name of the unit at the top of the tree above each unit as of a day, as {@code Tỉnh Thái Nguyên}. */
    Map<UUID, String> topmost(Collection<UUID> ids, LocalDate day);

    /** Adds the first version of a new unit. */
    void add(Unit unit, Instant recordedAt);

    /** Puts these versions of a unit, oldest first, in the place of those it has. */
    void replace(List<Unit> versions, Instant recordedAt);

    /** Whether other units stand directly below a unit on a day or later. */
    boolean isAbove(UUID id, LocalDate day);

    /** Takes a unit to its next revision and says which it is. */
    long revise(UUID id, Instant recordedAt);

    /** The unit that an agency code stands for. */
    Optional<UUID> coded(String agencyCode);

    /** The revision of a unit. */
    OptionalLong revision(UUID id);

    /** Records a succession and gives it an id. */
    UUID add(Succession succession);

    /** Takes a succession away. */
    void remove(UUID successionId);

    /** Takes a unit away with its versions; what refers to it is refused by the database when the transaction ends. */
    void removeUnit(UUID id);

    /** What became of units after a day and up to another, oldest first; both open where they are null. */
    List<Succession> successions(@Nullable LocalDate after, @Nullable LocalDate upTo);

    /** The units that went into a unit. */
    List<Recorded> predecessors(UUID id);

    /** The units that a unit went into. */
    List<Recorded> successors(UUID id);

    /** Holds the place below a parent, or of a root, so that two new units cannot take the same one. */
    void lockSiblings(Tree tree);

    /** The last position taken directly below a parent, or among the roots of a tree. */
    Optional<Long> lastChild(Tree tree, @Nullable UUID parent);
}
