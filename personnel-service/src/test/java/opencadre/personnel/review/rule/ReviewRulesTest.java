package opencadre.personnel.review.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.rule.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @ParameterizedTest
    @CsvSource({
        // The day of the opening may be the only one.
        "2026-12-01, 2026-12-01, ''",
        "2026-11-01, 2026-12-01, ''",
        "2026-11-01, 2026-11-30, review-deadline-is-over",
        "2026-12-11, 2026-12-10, review-ends-before-it-begins",
        "2026-12-02, 2026-11-30, 'review-deadline-is-over,review-ends-before-it-begins'",
        "2026-12-01, 2027-12-02, ''",
        "2026-12-01, 2027-12-03, review-too-long"
    })
    void aRoundHasAnEndThatIsAhead(LocalDate firstDay, LocalDate deadline, String found) {
        assertThat(String.join(",", codes(ReviewRules.ofOpening(firstDay, deadline, TODAY))))
                .isEqualTo(found);
    }

    @Test
    void theDeadlineItselfIsInTime() {
        assertThat(ReviewRules.isOver(TODAY, TODAY.minusDays(1))).isFalse();
        assertThat(ReviewRules.isOver(TODAY, TODAY)).isFalse();
        assertThat(ReviewRules.isOver(TODAY, TODAY.plusDays(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "false, 2026-12-01, false, none, ''",
                "false, 2026-12-02, false, none, review-not-begun",
                "false, 2026-12-01, true, none, review-remark-missing",
                "false, 2026-12-01, true, Thiếu nơi sinh, ''",
                "true, 2026-12-01, true, none, review-is-closed"
            })
    void whatIsSaidIsSaidOfAnOpenRound(
            boolean closed, LocalDate firstDay, boolean toMend, String remark, String found) {
        assertThat(String.join(",", codes(ReviewRules.ofMarking(closed, firstDay, TODAY, toMend, remark))))
                .isEqualTo(found);
    }

    @Test
    void whatWasSaidHoldsForTheDossierAsItWas() {
        Version seen = new Version(3, 1);

        assertThat(ReviewRules.standing(null, null, seen)).isEqualTo(Standing.NOT_REVIEWED);
        assertThat(ReviewRules.standing(Standing.TO_MEND, seen, seen)).isEqualTo(Standing.TO_MEND);
        assertThat(ReviewRules.standing(Standing.CONFIRMED, seen, new Version(3, 1)))
                .isEqualTo(Standing.CONFIRMED);
        assertThat(ReviewRules.standing(Standing.CONFIRMED, seen, new Version(4, 1)))
                .isEqualTo(Standing.CHANGED);
        assertThat(ReviewRules.standing(Standing.CONFIRMED, seen, new Version(3, 2)))
                .isEqualTo(Standing.CHANGED);
        assertThat(Standing.CHANGED.isReviewed()).isFalse();
        assertThat(seen.text()).isEqualTo("3.1");
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
