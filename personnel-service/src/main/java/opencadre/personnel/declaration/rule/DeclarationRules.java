package opencadre.personnel.declaration.rule;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What may be declared, and who decides on it. The law names no such rules: a dossier is corrected by whoever keeps it,
 * on proof; the house holds the two apart.
 */
public final class DeclarationRules {

    /** More than this of one person cannot wait: nobody reads them, and a list of them is a page. */
    public static final int MOST_WAITING = 100;

    private DeclarationRules() {}

    /**
     * What is asked for, by which of its parts are said.
     *
     * @param adds whether an entry shall be added
     * @param voids whether one shall be taken back
     */
    public record Asked(
            boolean adds,
            boolean voids,
            @Nullable String kind,
            @Nullable UUID entryId,
            boolean valuesGiven,
            @Nullable String note) {}

    /** An entry that is added has a kind, one that is put right or taken back is named; what is taken back says why. */
    public static List<Finding> ofAsked(Asked asked) {
        List<Finding> findings = new ArrayList<>();
        if (asked.adds() && asked.kind() == null) {
            findings.add(Finding.of("kind", "required"));
        }
        if (asked.adds() && asked.entryId() != null) {
            findings.add(Finding.of("entryId", "declaration-adds-an-entry"));
        }
        if (!asked.adds() && asked.entryId() == null) {
            findings.add(Finding.of("entryId", "required"));
        }
        if (!asked.adds() && asked.kind() != null) {
            findings.add(Finding.of("kind", "declaration-keeps-the-kind"));
        }
        if (!asked.voids() && !asked.valuesGiven()) {
            findings.add(Finding.of("values", "required"));
        }
        if (asked.voids() && asked.valuesGiven()) {
            findings.add(Finding.of("values", "declaration-takes-back"));
        }
        if (asked.voids() && asked.note() == null) {
            findings.add(Finding.of("note", "required"));
        }
        return findings;
    }

    /**
     * Name, sex and birth as they would stand, as {@code {"fullName": "Dương Minh Khải", "sex": "MALE", "birth":
     * "1979-03"}}: known fields, a sex, a partial date, and something that is not so already. What makes a name and a
     * birth is judged where they are corrected.
     *
     * @param sexes codes that there are
     */
    public static List<Finding> ofIdentity(Map<String, String> asked, Map<String, String> standing, Set<String> sexes) {
        List<Finding> findings = new ArrayList<>();
        asked.keySet().stream()
                .filter(field -> !standing.containsKey(field))
                .map(field -> Finding.of("values." + field, "cv-unknown-field", field))
                .forEach(findings::add);
        if (!sexes.contains(asked.getOrDefault("sex", ""))) {
            findings.add(Finding.of("values.sex", "declared-sex-unknown"));
        }
        if (!isPartialDate(asked.getOrDefault("birth", ""))) {
            findings.add(Finding.of("values.birth", "declared-birth-no-date"));
        }
        if (asked.equals(standing)) {
            findings.add(Finding.of(null, "cv-same-entry"));
        }
        return findings;
    }

    private static boolean isPartialDate(String text) {
        try {
            PartialDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether one more may wait. */
    public static List<Finding> ofWaiting(int waiting) {
        return waiting < MOST_WAITING
                ? List.of()
                : List.of(Finding.of(null, "declarations-too-many", String.valueOf(MOST_WAITING)));
    }

    /** What has ended stays so. */
    public static List<Finding> ofEnded(boolean waits) {
        return waits ? List.of() : List.of(Finding.of(null, "declaration-ended"));
    }

    /**
     * Whoever decides is neither the official nor whoever declared it, by another account or by delegation neither;
     * what is returned says why, and what was changed since is not accepted unseen.
     */
    public static List<Finding> ofDecision(
            Set<String> hands,
            Set<String> authors,
            Collection<UUID> subjects,
            boolean accepted,
            boolean changedSince,
            @Nullable String reason) {
        List<Finding> findings = new ArrayList<>(FourEyes.ofOwnAffair(hands, subjects));
        if (findings.isEmpty() && FourEyes.areOne(hands, authors)) {
            findings.add(Finding.of(null, "own-declaration"));
        }
        if (accepted && changedSince) {
            findings.add(Finding.of("accepted", "declaration-of-what-was-changed-since"));
        }
        if (!accepted && reason == null) {
            findings.add(Finding.of("reason", "required"));
        }
        return findings;
    }
}
