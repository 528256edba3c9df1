package opencadre.planning.eligibility;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Regulations;
import opencadre.kit.rule.Verdict;
import opencadre.planning.eligibility.rule.EligibilityRules;
import opencadre.planning.eligibility.rule.Question;
import opencadre.planning.eligibility.rule.SeatFacts;
import opencadre.planning.law.rule.TheoryLevel;
import opencadre.planning.seat.Seat;
import org.springframework.stereotype.Component;

/**
 * Judges people for a seat, from the copies, each time anew: a verdict is never kept as a source. What it stood on is
 * told with it.
 */
@Component
public class Verdicts {

    private static final String SEAT = "personnel.seat.v1";
    private static final int SHORT = 12;

    private final Dossiers dossiers;
    private final Regulations regulations;
    private final String ruleVersion;

    Verdicts(Dossiers dossiers, Regulations regulations) {
        this.dossiers = dossiers;
        this.regulations = regulations;
        this.ruleVersion = hash(regulations.all().values().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList()
                        .toString())
                .substring(0, SHORT);
    }

    /** A verdict over a person, with the records that it stands on. */
    public record Judged(UUID personId, String personName, Verdict verdict, List<CopyRevision> copies) {}

    /**
     * What verdicts over some people would stand on.
     *
     * @param tag another one when anything of it is another
     */
    public record Ground(List<CopyRevision> copies, String tag) {}

    /** Tells one state of the regulations from another. */
    public String ruleVersion() {
        return ruleVersion;
    }

    /** What verdicts over these people for a seat on a day stand on, without judging them. */
    public Ground ground(Seat seat, Collection<UUID> people, LocalDate day) {
        List<CopyRevision> copies = new ArrayList<>();
        copies.add(new CopyRevision(SEAT, seat.id(), seat.id(), seat.revision(), seat.recordedAt(), seat.appliedAt()));
        copies.addAll(dossiers.revisions(people));
        String said = copies.stream()
                        .map(copy -> copy.topic() + copy.id() + copy.revision())
                        .sorted()
                        .toList()
                + people.stream().sorted().toList().toString()
                + day
                + seat.unitName()
                + dossiers.structure()
                + ruleVersion;
        return new Ground(copies, hash(said));
    }

    /** A verdict for each person, by name. */
    public List<Judged> judge(Seat seat, Collection<UUID> people, Ground ground, Question question) {
        Set<String> titles = dossiers.titlesFrom(seat.rank());
        return dossiers.of(people).stream()
                .map(dossier -> new Judged(
                        dossier.personId(),
                        dossier.personName(),
                        EligibilityRules.verdict(facts(seat, titles, dossier, question), dossier.facts(), question),
                        ground.copies().stream()
                                .filter(copy -> copy.personId().equals(dossier.personId())
                                        || copy.personId().equals(seat.id()))
                                .toList()))
                .sorted(Comparator.comparing(Judged::personName).thenComparing(Judged::personId))
                .toList();
    }

    /** The question of a day by the law of that day. */
    public Question question(Seat seat, LocalDate day) {
        return Question.on(day, seat.regime(), regulations);
    }

    private static SeatFacts facts(Seat seat, Set<String> titles, Dossier dossier, Question question) {
        String text = seat.unitName().isEmpty() ? seat.title() : seat.title() + " – " + seat.unitName();
        Set<String> equalOrHigher = new java.util.HashSet<>(titles);
        equalOrHigher.addAll(seat.equalTitles());
        return new SeatFacts(
                new Fact(seat.id().toString(), new Bilingual(text, text)),
                seat.code(),
                equalOrHigher,
                // Where it is not known which is the higher, what is asked of a higher post is asked.
                !Boolean.FALSE.equals(dossier.isHigher(seat.rank(), question.day())),
                seat.theoryAsked() == null ? null : TheoryLevel.valueOf(seat.theoryAsked()));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
