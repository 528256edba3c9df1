package opencadre.personnel.account.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.personnel.account.rule.GrantRules.Breach;
import org.jspecify.annotations.Nullable;

/**
 * What an officer may hand on of the own rights: never more than is held, for a time, once. No law read so far says how
 * long; the days are the house's setting.
 */
public final class DelegationRules {

    private DelegationRules() {}

    /** A right as far as it is compared: no scope named means all. */
    public record Extent(Set<Integer> scopes, int securityClass, Period days) {

        private boolean encloses(Extent part) {
            return (scopes.isEmpty() || (!part.scopes.isEmpty() && scopes.containsAll(part.scopes)))
                    && securityClass >= part.securityClass;
        }
    }

    /**
     * What is to be handed on.
     *
     * @param handedOn whether the right was handed to its holder by another
     * @param ownRecord whether it opens the holder's own record alone
     * @param below whether the unit asked for is that of the right, or one below
     */
    public record Part(boolean handedOn, boolean ownRecord, boolean below, Extent held, Extent asked) {}

    /**
     * Who hands on to whom.
     *
     * @param person the person behind each account, where it is known
     * @param enabled whether the other may sign in
     * @param administers whether the other administers rights
     */
    public record Receiver(
            String giver,
            @Nullable UUID giverPerson,
            String account,
            @Nullable UUID person,
            boolean enabled,
            boolean administers) {}

    /**
     * Never more than is held.
     *
     * @param longest days that a right may be handed on for
     */
    public static List<Breach> ofPart(Part part, LocalDate today, int longest) {
        if (part.handedOn() || part.ownRecord()) {
            return List.of(new Breach("grantId", part.handedOn() ? "delegated-once-only" : "own-record-stays"));
        }
        List<Breach> breaches = new ArrayList<>();
        if (!part.below()) {
            breaches.add(new Breach("unitId", "delegates-more-than-held"));
        }
        if (!part.held().encloses(part.asked())) {
            breaches.add(new Breach("managementScopes", "delegates-more-than-held"));
        }
        Period days = part.asked().days();
        if (!part.held().days().encloses(days)) {
            breaches.add(new Breach("validTo", "delegates-more-than-held"));
        }
        if (days.from().isBefore(today)) {
            breaches.add(new Breach("validFrom", "delegation-begins-in-the-past"));
        }
        if (days.to() == null || ChronoUnit.DAYS.between(days.from(), days.to()) > longest) {
            breaches.add(new Breach("validTo", "delegated-for-too-long"));
        }
        return breaches;
    }

    /** To another person, who may sign in and administers nothing. */
    public static List<Breach> ofReceiver(Receiver receiver) {
        boolean same = receiver.giver().equals(receiver.account())
                || (receiver.giverPerson() != null && receiver.giverPerson().equals(receiver.person()));
        if (same) {
            return List.of(new Breach("username", "delegates-to-oneself"));
        }
        if (receiver.administers()) {
            return List.of(new Breach("username", "administrator-opens-no-dossier"));
        }
        return receiver.enabled() ? List.of() : List.of(new Breach("username", "account-is-disabled"));
    }
}
