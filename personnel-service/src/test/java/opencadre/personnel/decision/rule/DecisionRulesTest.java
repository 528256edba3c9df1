package opencadre.personnel.decision.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opencadre.personnel.decision.rule.DecisionRules.Acts;
import opencadre.personnel.decision.rule.DecisionRules.Breach;
import opencadre.personnel.decision.rule.DecisionRules.Brings;
import opencadre.personnel.decision.rule.DecisionRules.Correction;
import opencadre.personnel.decision.rule.DecisionRules.Given;
import opencadre.personnel.decision.rule.DecisionRules.Sent;
import opencadre.personnel.decision.rule.DecisionRules.Signed;
import opencadre.personnel.decision.rule.DecisionRules.Way;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static List<String> codes(List<Breach> breaches) {
        return breaches.stream().map(Breach::code).toList();
    }

    private static Signed signed(LocalDate on, boolean reason, @Nullable LocalDate... days) {
        List<@Nullable LocalDate> effective = new ArrayList<>(java.util.Arrays.asList(days));
        return new Signed(on, effective, reason, TODAY);
    }

    @Test
    void nothingIsSignedTomorrow() {
        assertThat(codes(DecisionRules.ofSignature(signed(TODAY, false, TODAY))))
                .isEmpty();
        assertThat(codes(DecisionRules.ofSignature(signed(TODAY.plusDays(1), false, TODAY.plusDays(1)))))
                .containsExactly("signed-in-the-future");
    }

    @Test
    void whatTakesEffectTheDayBeforeItsSignatureSaysWhy() {
        assertThat(signed(TODAY, false, TODAY).isBackdated()).isFalse();
        assertThat(signed(TODAY, false, TODAY, TODAY.minusDays(1)).isBackdated())
                .isTrue();
        assertThat(codes(DecisionRules.ofSignature(signed(TODAY, false, TODAY.minusDays(1)))))
                .containsExactly("back-dating-needs-a-reason");
        assertThat(codes(DecisionRules.ofSignature(signed(TODAY, true, TODAY.minusDays(1)))))
                .isEmpty();
    }

    @Test
    void everyEffectHasItsDay() {
        assertThat(DecisionRules.ofSignature(signed(TODAY, false, TODAY, null)))
                .containsExactly(new Breach("effects[1].effectiveFrom", "required"));
    }

    @Test
    void aKindThatEndsPostsGivesNoneAndEveryOtherGivesOne() {
        assertThat(DecisionRules.ofKind(Brings.ENDS, acts(0, 1, 0, 0, 0))).isEmpty();
        assertThat(codes(DecisionRules.ofKind(Brings.ENDS, acts(1, 1, 0, 0, 0))))
                .containsExactly("kind-gives-no-post");
        assertThat(DecisionRules.ofKind(Brings.POSTS, acts(1, 1, 0, 0, 0))).isEmpty();
        assertThat(codes(DecisionRules.ofKind(Brings.POSTS, acts(0, 1, 0, 0, 0))))
                .containsExactly("kind-gives-a-post");
    }

    @Test
    void aNominationOnlyNamesPeopleAndNothingElseNamesThem() {
        assertThat(DecisionRules.ofKind(Brings.NOMINATIONS, acts(0, 0, 1, 0, 0)))
                .isEmpty();
        assertThat(codes(DecisionRules.ofKind(Brings.NOMINATIONS, acts(1, 0, 1, 0, 0))))
                .containsExactly("kind-only-nominates");
        assertThat(codes(DecisionRules.ofKind(Brings.NOMINATIONS, acts(0, 1, 1, 0, 0))))
                .containsExactly("kind-only-nominates");
        assertThat(codes(DecisionRules.ofKind(Brings.POSTS, acts(1, 0, 1, 0, 0))))
                .containsExactly("kind-nominates-nobody");
        assertThat(codes(DecisionRules.ofKind(Brings.ENDS, acts(0, 1, 1, 0, 0))))
                .containsExactly("kind-nominates-nobody");
    }

    private static Acts acts(long starts, long ends, long nominations, long elections, long suspensions) {
        return new Acts(starts, ends, nominations, elections, suspensions);
    }

    @Test
    void anElectionNamesWhoWasElectedAndNothingElseDoes() {
        assertThat(DecisionRules.ofKind(Brings.ELECTIONS, acts(0, 0, 0, 1, 0))).isEmpty();
        assertThat(DecisionRules.ofKind(Brings.ELECTIONS, acts(1, 1, 0, 0, 0))).isEmpty();
        assertThat(codes(DecisionRules.ofKind(Brings.ELECTIONS, acts(0, 1, 0, 0, 0))))
                .containsExactly("kind-elects");
        assertThat(codes(DecisionRules.ofKind(Brings.POSTS, acts(1, 0, 0, 1, 0))))
                .containsExactly("kind-elects-nobody");
        assertThat(codes(DecisionRules.ofKind(Brings.ENDS, acts(0, 1, 0, 1, 0))))
                .containsExactly("kind-elects-nobody");
    }

    @Test
    void aSuspensionOnlySuspendsAndNothingElseDoes() {
        assertThat(DecisionRules.ofKind(Brings.SUSPENSIONS, acts(0, 0, 0, 0, 2)))
                .isEmpty();
        assertThat(codes(DecisionRules.ofKind(Brings.SUSPENSIONS, acts(0, 1, 0, 0, 1))))
                .containsExactly("kind-only-suspends");
        assertThat(codes(DecisionRules.ofKind(Brings.ENDS, acts(0, 1, 0, 0, 1))))
                .containsExactly("kind-suspends-nobody");
    }

    @Test
    void whatIsRatifiedIsHeldFromTheRatificationOn() {
        assertThat(DecisionRules.ofElection(Way.ELECTED, true)).isEmpty();
        assertThat(DecisionRules.ofElection(Way.RATIFIED, false)).isEmpty();
        assertThat(codes(DecisionRules.ofElection(Way.RATIFIED, true))).containsExactly("waits-for-ratification");
        assertThat(codes(DecisionRules.ofElection(Way.ELECTED, false))).containsExactly("election-gives-the-post");
        assertThat(codes(DecisionRules.ofElection(Way.OTHER, true))).containsExactly("seat-is-not-elected");
        assertThat(DecisionRules.ofRatification(TODAY, TODAY)).isEmpty();
        assertThat(DecisionRules.ofRatification(null, TODAY)).isEmpty();
        assertThat(DecisionRules.ofRatification(TODAY, null)).isEmpty();
        assertThat(codes(DecisionRules.ofRatification(TODAY, TODAY.minusDays(1))))
                .containsExactly("ratified-before-elected");
    }

    @Test
    void whoeverIsMadeActingIsActing() {
        assertThat(DecisionRules.ofActing(true, true)).isEmpty();
        assertThat(DecisionRules.ofActing(false, true)).isEmpty();
        assertThat(DecisionRules.ofActing(false, false)).isEmpty();
        assertThat(codes(DecisionRules.ofActing(true, false))).containsExactly("acting-in-this-kind");
    }

    @Test
    void aReturnIsPlannedOfWhoIsSentAndAfterTheyWent() {
        assertThat(DecisionRules.ofReturn(new Sent(true, false, TODAY, TODAY.plusDays(1), true)))
                .isEmpty();
        assertThat(DecisionRules.ofReturn(new Sent(false, true, null, TODAY, null)))
                .isEmpty();
        assertThat(codes(DecisionRules.ofReturn(new Sent(false, true, TODAY, TODAY, null))))
                .containsExactly("ends-before-it-begins");
        assertThat(codes(DecisionRules.ofReturn(new Sent(false, false, TODAY, TODAY.plusYears(3), null))))
                .containsExactly("return-only-of-who-is-sent");
        assertThat(codes(DecisionRules.ofReturn(new Sent(false, true, TODAY, null, false))))
                .containsExactly("local-only-in-a-rotation");
    }

    @Test
    void whatEndsBeginsBefore() {
        assertThat(DecisionRules.ofDays(null, TODAY, TODAY)).isEmpty();
        assertThat(DecisionRules.ofDays(TODAY, null, null)).isEmpty();
        assertThat(DecisionRules.ofDays(TODAY, TODAY.plusDays(1), TODAY.plusDays(1)))
                .isEmpty();
        assertThat(DecisionRules.ofDays(TODAY, TODAY, TODAY))
                .containsExactly(
                        new Breach("plannedReturn", "ends-before-it-begins"),
                        new Breach("until", "ends-before-it-begins"));
    }

    @Test
    void aRotationSaysWhereItLeadsAndNothingElseDoes() {
        assertThat(DecisionRules.ofDirection(true, true)).isEmpty();
        assertThat(DecisionRules.ofDirection(false, false)).isEmpty();
        assertThat(DecisionRules.ofDirection(true, false)).containsExactly(new Breach("direction", "required"));
        assertThat(codes(DecisionRules.ofDirection(false, true))).containsExactly("direction-only-in-a-rotation");
    }

    @Test
    void whoeverPreparedItDoesNotIssueIt() {
        assertThat(DecisionRules.ofIssuer(Set.of(), Set.of("b"))).isEmpty();
        assertThat(DecisionRules.ofIssuer(Set.of("a"), Set.of("b"))).isEmpty();
        assertThat(codes(DecisionRules.ofIssuer(Set.of("a", "b"), Set.of("b")))).containsExactly("own-decision");
        assertThat(codes(DecisionRules.ofIssuer(Set.of("a"), Set.of("a", "b")))).containsExactly("own-decision");
    }

    @Test
    void aRescissionIsSignedByTodayAndNotBeforeItsDecision() {
        LocalDate signed = TODAY.minusDays(30);

        assertThat(DecisionRules.ofRescission(signed, signed, TODAY)).isEmpty();
        assertThat(DecisionRules.ofRescission(TODAY, signed, TODAY)).isEmpty();
        assertThat(codes(DecisionRules.ofRescission(signed.minusDays(1), signed, TODAY)))
                .containsExactly("rescinded-before-signed");
        assertThat(codes(DecisionRules.ofRescission(TODAY.plusDays(1), signed, TODAY)))
                .containsExactly("signed-in-the-future");
    }

    @Test
    void onlyNumberAndDaysAreCorrected() {
        assertThat(DecisionRules.ofCorrection(new Correction(true, true, true, "1-QĐ", TODAY)))
                .isEmpty();
        assertThat(DecisionRules.ofCorrection(new Correction(false, false, false, null, null)))
                .containsExactly(
                        new Breach("kind", "only-number-and-days-are-corrected"),
                        new Breach("number", "required"),
                        new Breach("signedOn", "required"),
                        new Breach("authority", "only-number-and-days-are-corrected"),
                        new Breach("effects", "only-number-and-days-are-corrected"));
    }

    @Test
    void aPostOnRecordIsTakenOverWhereAllThePaperSaysOfItAgrees() {
        var paper = new Given(false, false, 60, TODAY);

        assertThat(DecisionRules.ofAdoption(paper, paper)).isEmpty();
        assertThat(DecisionRules.ofAdoption(paper, new Given(false, false, null, TODAY.minusDays(1))))
                .as("it says less, and ended sooner")
                .isEmpty();
        assertThat(DecisionRules.ofAdoption(new Given(false, false, null, null), paper))
                .isEmpty();
        assertThat(DecisionRules.ofAdoption(paper, new Given(true, true, 36, TODAY.plusDays(1))))
                .extracting(Breach::field)
                .containsExactly("acting", "concurrent", "termMonths", "until");
        assertThat(DecisionRules.ofAdoption(paper, new Given(false, false, 60, null)))
                .containsExactly(new Breach("until", "post-on-record-differs"));
    }
}
