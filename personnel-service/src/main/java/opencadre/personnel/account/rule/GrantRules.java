package opencadre.personnel.account.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Who may be given which right. The law asks that duties are apart (grant, use and supervision of access); how far is
 * this house's decision.
 */
public final class GrantRules {

    /** The right to change what others hold. */
    public static final String ADMINISTERS = "grant.write";

    /**
     * Actions that show nothing of people. Every other one is of dossiers, also one that is added tomorrow: a new
     * action is kept from administrators until it is listed here.
     */
    private static final Set<String> OF_NOBODY = Set.of(
            "self.read",
            "unit.read",
            "unit.write",
            "seat.read",
            "seat.write",
            "title.write",
            "record.import",
            "legal-day.advance",
            "grant.read",
            ADMINISTERS);

    /** A right that begins later than this is no longer foreseen but forgotten. */
    private static final int MONTHS_AHEAD = 12;

    private GrantRules() {}

    /** A breach: the field, and the code of its text. */
    public record Breach(@Nullable String field, String code) {}

    /** What a role is for; nobody holds both of the last two. */
    public enum Kind {
        /** Shows nothing of people and gives nothing to anybody. */
        PLAIN,
        /** Changes what others hold. */
        ADMINISTERING,
        /** Opens something of people. */
        DOSSIER
    }

    /** The kind of a role that carries these actions. */
    public static Kind kind(Collection<String> actions) {
        if (actions.contains(ADMINISTERS)) {
            return Kind.ADMINISTERING;
        }
        return OF_NOBODY.containsAll(actions) ? Kind.PLAIN : Kind.DOSSIER;
    }

    /**
     * Who changes whose rights.
     *
     * @param actorPerson the person behind the account that changes, where it is known
     * @param person the person behind the account that is changed
     */
    public record Parties(
            String actor,
            @Nullable UUID actorPerson,
            String account,
            @Nullable UUID person) {}

    /** Nobody changes the own account: neither this one nor another of the same person. */
    public static List<Breach> ofParties(Parties parties) {
        if (parties.actor().equals(parties.account())) {
            return List.of(new Breach("username", "own-grants"));
        }
        if (parties.actorPerson() != null && parties.actorPerson().equals(parties.person())) {
            return List.of(new Breach("username", "own-grants-by-person"));
        }
        return List.of();
    }

    /**
     * Whoever administers rights opens no dossier, and the other way round.
     *
     * @param held the kinds that the account holds now or later, without the one that is given
     */
    public static List<Breach> ofSeparation(Collection<Kind> held, Kind given) {
        if (given == Kind.DOSSIER && held.contains(Kind.ADMINISTERING)) {
            return List.of(new Breach("role", "administrator-opens-no-dossier"));
        }
        if (given == Kind.ADMINISTERING && held.contains(Kind.DOSSIER)) {
            return List.of(new Breach("role", "dossier-role-administers-nothing"));
        }
        return List.of();
    }

    /** A right has days, some of them ahead, and begins within the year. */
    public static List<Breach> ofPeriod(LocalDate from, @Nullable LocalDate to, LocalDate today) {
        if (to != null && !from.isBefore(to)) {
            return List.of(new Breach("validTo", "ends-before-it-begins"));
        }
        List<Breach> breaches = new ArrayList<>();
        if (to != null && !to.isAfter(today)) {
            breaches.add(new Breach("validTo", "grant-is-over"));
        }
        if (from.isAfter(today.plusMonths(MONTHS_AHEAD))) {
            breaches.add(new Breach("validFrom", "grant-begins-too-late"));
        }
        return breaches;
    }

    /**
     * The unit stands on every day of the right that is still to come; what lies behind opens nothing any more.
     *
     * @param versions the days on which the unit stood under one name or another; none for a unit that there is not
     */
    public static List<Breach> ofUnit(List<Period> versions, Period right, LocalDate today) {
        if (versions.isEmpty()) {
            return List.of(new Breach("unitId", "unknown-unit"));
        }
        LocalDate day = right.from().isBefore(today) ? today : right.from();
        for (Period version :
                versions.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            if (version.contains(day)) {
                if (version.to() == null || (right.to() != null && !version.to().isBefore(right.to()))) {
                    return List.of();
                }
                day = version.to();
            }
        }
        return List.of(new Breach("unitId", "unit-does-not-stand"));
    }

    /** The role of somebody who sees the own record alone names a dossier, and no other does. */
    public static List<Breach> ofOwnRecord(boolean ownRecord, boolean namesADossier) {
        if (ownRecord == namesADossier) {
            return List.of();
        }
        return List.of(new Breach(
                "fileNumber", ownRecord ? "own-record-needs-a-file-number" : "only-own-record-has-a-file-number"));
    }
}
