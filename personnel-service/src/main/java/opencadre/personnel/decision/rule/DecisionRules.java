package opencadre.personnel.decision.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opencadre.kit.rule.FourEyes;
import org.jspecify.annotations.Nullable;

/** What a paper may be, and who may issue it. */
public final class DecisionRules {

    private DecisionRules() {}

    /** A breach: the field, and the code of its text. */
    public record Breach(@Nullable String field, String code) {}

    /** A paper about to be recorded as signed, or put right. */
    public record Signed(
            LocalDate signedOn, List<@Nullable LocalDate> effective, boolean reasonGiven, LocalDate today) {

        /** Whether something it brings about lies before the signature. */
        public boolean isBackdated() {
            return effective.stream().anyMatch(day -> day != null && day.isBefore(signedOn));
        }
    }

    /** What decisions of a kind bring about, by the meaning of the word. */
    public enum Brings {
        /** Somebody takes a post; others may leave theirs. */
        POSTS,
        /** Somebody leaves a post, and nobody takes one. */
        ENDS,
        /** Somebody is named for a seat, and no post changes: the election gives it, or does not. */
        NOMINATIONS
    }

    /**
     * Whether a paper holds what its kind means.
     *
     * @param starts how many of its effects give a post
     * @param ends how many end one
     * @param nominations how many name somebody for a seat
     */
    public static List<Breach> ofKind(Brings kind, long starts, long ends, long nominations) {
        if (kind == Brings.NOMINATIONS) {
            return starts + ends == 0 ? List.of() : List.of(new Breach("effects", "kind-only-nominates"));
        }
        if (nominations > 0) {
            return List.of(new Breach("effects", "kind-nominates-nobody"));
        }
        if (kind == Brings.ENDS) {
            return starts == 0 ? List.of() : List.of(new Breach("effects", "kind-gives-no-post"));
        }
        return starts > 0 ? List.of() : List.of(new Breach("effects", "kind-gives-a-post"));
    }

    /**
     * A rotation says where it leads, and nothing else does: the word itself asks whence and whither (65-QĐ/TW names
     * the three ways; its articles were not read).
     *
     * @param rotated whether the effect gives a post by rotation
     * @param given whether a direction is said
     */
    public static List<Breach> ofDirection(boolean rotated, boolean given) {
        if (rotated == given) {
            return List.of();
        }
        return List.of(new Breach("direction", rotated ? "required" : "direction-only-in-a-rotation"));
    }

    /** A paper that rescinds another is signed by today, and not before the other. */
    public static List<Breach> ofRescission(LocalDate rescindedOn, LocalDate signedOn, LocalDate today) {
        List<Breach> breaches = new ArrayList<>();
        if (rescindedOn.isAfter(today)) {
            breaches.add(new Breach("signedOn", "signed-in-the-future"));
        }
        if (rescindedOn.isBefore(signedOn)) {
            breaches.add(new Breach("signedOn", "rescinded-before-signed"));
        }
        return breaches;
    }

    /**
     * What is asked to be put right of a paper that was issued.
     *
     * @param kindStays whether it is called what it was called
     * @param levelStays whether the level that decided is what it was, or is not said
     * @param effectsStay whether it moves the same people in the same way, on whatever days
     */
    public record Correction(
            boolean kindStays,
            boolean levelStays,
            boolean effectsStay,
            @Nullable String number,
            @Nullable LocalDate signedOn) {}

    /** Number and days follow the paper; whom it moves where is what it is. */
    public static List<Breach> ofCorrection(Correction asked) {
        List<Breach> breaches = new ArrayList<>();
        if (!asked.kindStays()) {
            breaches.add(new Breach("kind", "only-number-and-days-are-corrected"));
        }
        if (asked.number() == null) {
            breaches.add(new Breach("number", "required"));
        }
        if (asked.signedOn() == null) {
            breaches.add(new Breach("signedOn", "required"));
        }
        if (!asked.levelStays()) {
            breaches.add(new Breach("authority", "only-number-and-days-are-corrected"));
        }
        if (!asked.effectsStay()) {
            breaches.add(new Breach("effects", "only-number-and-days-are-corrected"));
        }
        return breaches;
    }

    /** Nothing is signed tomorrow, every effect has its day, and one before the signature says why. */
    public static List<Breach> ofSignature(Signed paper) {
        List<Breach> breaches = new ArrayList<>();
        if (paper.signedOn().isAfter(paper.today())) {
            breaches.add(new Breach("signedOn", "signed-in-the-future"));
        }
        for (int i = 0; i < paper.effective().size(); i++) {
            if (paper.effective().get(i) == null) {
                breaches.add(new Breach("effects[" + i + "].effectiveFrom", "required"));
            }
        }
        if (paper.isBackdated() && !paper.reasonGiven()) {
            breaches.add(new Breach("reason", "back-dating-needs-a-reason"));
        }
        return breaches;
    }

    /**
     * Two people: whoever prepared it by hand does not issue it, by another account or by delegation neither. The law
     * names no such rule; the house does.
     *
     * @param authors hands that prepared it
     * @param hands whose hand issues it
     */
    public static List<Breach> ofIssuer(Set<String> authors, Set<String> hands) {
        return FourEyes.areOne(authors, hands) ? List.of(new Breach(null, "own-decision")) : List.of();
    }

    /**
     * A post as a paper gives it, or as it is on record.
     *
     * @param to first day after; null while open, and where the paper says none
     */
    public record Given(
            boolean acting,
            boolean concurrent,
            @Nullable Integer termMonths,
            @Nullable LocalDate to) {}

    /**
     * A post that was on record before its paper, with the same person, seat and first day, becomes the paper's own. It
     * may have ended sooner than the paper says, as by a later one; all else the paper says of it has to agree.
     */
    public static List<Breach> ofAdoption(Given paper, Given onRecord) {
        List<Breach> breaches = new ArrayList<>();
        if (paper.acting() != onRecord.acting()) {
            breaches.add(new Breach("acting", "post-on-record-differs"));
        }
        if (paper.concurrent() != onRecord.concurrent()) {
            breaches.add(new Breach("concurrent", "post-on-record-differs"));
        }
        if (paper.termMonths() != null
                && onRecord.termMonths() != null
                && !paper.termMonths().equals(onRecord.termMonths())) {
            breaches.add(new Breach("termMonths", "post-on-record-differs"));
        }
        if (paper.to() != null && (onRecord.to() == null || onRecord.to().isAfter(paper.to()))) {
            breaches.add(new Breach("until", "post-on-record-differs"));
        }
        return breaches;
    }
}
