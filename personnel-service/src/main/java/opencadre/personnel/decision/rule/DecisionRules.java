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
        NOMINATIONS,
        /** Somebody is elected; others may leave the posts that were voted on. */
        ELECTIONS,
        /** Somebody does not exercise a post for some time. */
        SUSPENSIONS
    }

    /** How many effects of a paper give a post, end one, name somebody, tell of an election, and suspend. */
    public record Acts(long starts, long ends, long nominations, long elections, long suspensions) {}

    /** How somebody comes into a seat, as far as these rules ask. */
    public enum Way {
        /** Elected, and held at once. */
        ELECTED,
        /** Elected, and held from the ratification on. */
        RATIFIED,
        /** In no such way. */
        OTHER
    }

    /** Whether a paper holds what its kind means. */
    public static List<Breach> ofKind(Brings kind, Acts acts) {
        if (kind == Brings.NOMINATIONS) {
            boolean onlyNominates = acts.starts() + acts.ends() + acts.elections() + acts.suspensions() == 0;
            return onlyNominates ? List.of() : List.of(new Breach("effects", "kind-only-nominates"));
        }
        if (kind == Brings.SUSPENSIONS) {
            boolean onlySuspends = acts.starts() + acts.ends() + acts.elections() + acts.nominations() == 0;
            return onlySuspends ? List.of() : List.of(new Breach("effects", "kind-only-suspends"));
        }
        if (acts.nominations() > 0) {
            return List.of(new Breach("effects", "kind-nominates-nobody"));
        }
        if (acts.suspensions() > 0) {
            return List.of(new Breach("effects", "kind-suspends-nobody"));
        }
        if (kind == Brings.ELECTIONS) {
            return acts.starts() + acts.elections() > 0 ? List.of() : List.of(new Breach("effects", "kind-elects"));
        }
        if (acts.elections() > 0) {
            return List.of(new Breach("effects", "kind-elects-nobody"));
        }
        if (kind == Brings.ENDS) {
            return acts.starts() == 0 ? List.of() : List.of(new Breach("effects", "kind-gives-no-post"));
        }
        return acts.starts() > 0 ? List.of() : List.of(new Breach("effects", "kind-gives-a-post"));
    }

    /**
     * An election gives the post where nothing else is asked for; where it is ratified (phê chuẩn) or approved (chuẩn
     * y), only that does. These follow from the meaning of the words.
     *
     * @param gives whether the effect gives the post; false where it only tells of the election
     */
    public static List<Breach> ofElection(Way seat, boolean gives) {
        if (seat == Way.OTHER) {
            return List.of(new Breach("seatId", "seat-is-not-elected"));
        }
        if (gives && seat == Way.RATIFIED) {
            return List.of(new Breach("act", "waits-for-ratification"));
        }
        return gives || seat == Way.RATIFIED ? List.of() : List.of(new Breach("act", "election-gives-the-post"));
    }

    /**
     * What is ratified was elected before.
     *
     * @param electedOn day of the election where one is on record; of the past often none is
     */
    public static List<Breach> ofRatification(@Nullable LocalDate electedOn, @Nullable LocalDate effectiveFrom) {
        return electedOn != null && effectiveFrom != null && effectiveFrom.isBefore(electedOn)
                ? List.of(new Breach("effectiveFrom", "ratified-before-elected"))
                : List.of();
    }

    /** Whoever is given a post as acting (giao quyền, giao phụ trách) is so in the post too. */
    public static List<Breach> ofActing(boolean actingKind, boolean acting) {
        return actingKind && !acting ? List.of(new Breach("acting", "acting-in-this-kind")) : List.of();
    }

    /**
     * A post that somebody is sent to for some time, as a paper gives it.
     *
     * @param rotated by rotation (luân chuyển)
     * @param seconded by secondment (biệt phái)
     * @param local whether the person is of the place; null where nobody says
     */
    public record Sent(
            boolean rotated,
            boolean seconded,
            @Nullable LocalDate from,
            @Nullable LocalDate plannedReturn,
            @Nullable Boolean local) {}

    /** A return is planned for whoever is sent, and after they went; of the place or not is asked of a rotation. */
    public static List<Breach> ofReturn(Sent sent) {
        List<Breach> breaches = new ArrayList<>();
        LocalDate back = sent.plannedReturn();
        if (back != null && !sent.rotated() && !sent.seconded()) {
            breaches.add(new Breach("plannedReturn", "return-only-of-who-is-sent"));
        }
        breaches.addAll(ofDays(sent.from(), back, null));
        if (sent.local() != null && !sent.rotated()) {
            breaches.add(new Breach("local", "local-only-in-a-rotation"));
        }
        return breaches;
    }

    /**
     * What lasts until a day begins before it, on whatever day a signature or a correction puts its beginning.
     *
     * @param from first day; null where it is not known yet
     * @param plannedReturn of whoever is sent; null where none is planned
     * @param until first day after what is for some time, as a suspension; null where it is open
     */
    public static List<Breach> ofDays(
            @Nullable LocalDate from, @Nullable LocalDate plannedReturn, @Nullable LocalDate until) {
        List<Breach> breaches = new ArrayList<>();
        if (from != null && plannedReturn != null && !from.isBefore(plannedReturn)) {
            breaches.add(new Breach("plannedReturn", "ends-before-it-begins"));
        }
        if (from != null && until != null && !from.isBefore(until)) {
            breaches.add(new Breach("until", "ends-before-it-begins"));
        }
        return breaches;
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
