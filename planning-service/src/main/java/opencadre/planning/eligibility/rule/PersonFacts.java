package opencadre.planning.eligibility.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import opencadre.kit.rule.Fact;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.planning.law.rule.TheoryLevel;
import opencadre.planning.vacancy.rule.RetirementOverride;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person. A list is null when nothing of its kind has been heard at all, which is another thing than
 * hearing that there is none.
 *
 * @param plan approved entries of the plan
 * @param posts held now and before
 * @param certificates of political theory, verified or not
 * @param healthCertificates those recorded
 * @param suspensions those recorded; none where nothing of the kind was heard
 */
public record PersonFacts(
        @Nullable PartialDate birth,
        boolean female,
        @Nullable RetirementOverride retirementOverride,
        List<Planned> plan,
        @Nullable List<Held> posts,
        @Nullable List<Certificate> certificates,
        @Nullable List<Rated> ratings,
        @Nullable List<Disciplined> disciplines,
        @Nullable List<HealthCertificate> healthCertificates,
        List<Suspended> suspensions) {

    /** Planned for a title, over the days on which the entry is approved and not removed. */
    public record Planned(Fact fact, String title, Period approved) {}

    /**
     * A post.
     *
     * @param equalTitles codes of the titles equal to its own
     * @param leadership whether it is a leading or managing post
     * @param acting whether it is only acting or in charge, which is no time in the post
     * @param to first day after, or null while held
     */
    public record Held(
            Fact fact,
            String title,
            Set<String> equalTitles,
            boolean leadership,
            boolean acting,
            PartialDate from,
            @Nullable LocalDate to) {}

    /** A certificate of political theory; it counts once a second person has verified it. */
    public record Certificate(Fact fact, TheoryLevel level, LocalDate grantedOn, boolean verified) {}

    /** The rating of a calendar year. */
    public record Rated(Fact fact, int year, Rating rating) {}

    /**
     * A decision of discipline.
     *
     * @param revokedOn day from which it counts no more, or null
     */
    public record Disciplined(
            Fact fact,
            DisciplineForm form,
            LocalDate decidedOn,
            @Nullable LocalDate revokedOn) {}

    /** Days on which the person keeps a post and does not exercise it. */
    public record Suspended(Fact fact, Period days) {}

    /** A health certificate. */
    public record HealthCertificate(Fact fact, LocalDate issuedOn) {}
}
