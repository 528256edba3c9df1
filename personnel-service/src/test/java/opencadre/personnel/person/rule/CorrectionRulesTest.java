package opencadre.personnel.person.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.person.rule.AssignmentRules.Breach;
import opencadre.personnel.person.rule.CorrectionRules.Beside;
import opencadre.personnel.person.rule.CorrectionRules.Relative;
import opencadre.personnel.person.rule.CorrectionRules.Who;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionRulesTest {

    private static final Who STANDING = man("1982-08-14");

    private static Who man(String birth) {
        return new Who(false, PartialDate.parse(birth));
    }

    private static List<String> codes(Who standing, Who corrected, List<String> posts, Relative... relatives) {
        return CorrectionRules.breaches(
                        standing,
                        corrected,
                        new Beside(posts.stream().map(LocalDate::parse).toList(), List.of(relatives)))
                .stream()
                .map(Breach::code)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2005-03-01, 1985, ''",
        "2005-03-01, 1989-03-01, ''",
        "2005-03-01, 1989-03-02, birth-makes-post-too-early",
        "2005-03-01, 1989, ''",
        "2005-03-01, 1990, birth-makes-post-too-early",
        "2005-03-01, 2005-03-01, birth-makes-post-too-early",
        "2005-03-01, 2005-03-02, birth-after-post",
        "2005-03-01, 2005-03, birth-makes-post-too-early",
        "2005-03-01, 2005-04, birth-after-post"
    })
    void aPostBeginsAtNoAgeBelowSixteenAndNeverBeforeBirth(String post, String birth, String code) {
        assertThat(codes(STANDING, man(birth), List.of("2010-01-01", post)))
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void aPostThatWasTooEarlyAlreadyDoesNotHoldUpABetterBirth() {
        assertThat(codes(man("1990"), man("1990-01-05"), List.of("2005-03-01"))).isEmpty();
        assertThat(codes(man("2006"), man("2005-06"), List.of("2005-03-01"))).containsExactly("birth-after-post");
    }

    @ParameterizedTest
    @CsvSource({
        "true, 2001, 2000, ''",
        "true, 2000, 2000, birth-contradicts-family",
        "true, 1999, 2000, birth-contradicts-family",
        "false, 1999, 2000, ''",
        "false, 2000, 2000, birth-contradicts-family",
        "false, 2001, 2000, birth-contradicts-family"
    })
    void aChildIsYoungerThanItsParent(boolean isChild, int born, String birth, String code) {
        assertThat(codes(STANDING, man(birth), List.of(), new Relative(isChild, born)))
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void aBirthThatStaysIsHeldAgainstNothing() {
        assertThat(codes(STANDING, STANDING, List.of("1970-01-01"), new Relative(true, 1970)))
                .isEmpty();
    }

    @Test
    void theNumberIsDoubtedWhereSexOrYearBecomesAnother() {
        String number = "019082000001";
        assertThat(Stream.of(STANDING, man("1982"), man("1982-08-15"))
                        .map(corrected -> CorrectionRules.doubt(STANDING, corrected, number)))
                .allMatch(java.util.Optional::isEmpty);
        assertThat(CorrectionRules.doubt(STANDING, man("1983"), number))
                .contains(new Breach("birth", "id-number-says-other-year"));
        assertThat(CorrectionRules.doubt(STANDING, new Who(true, STANDING.birth()), number))
                .contains(new Breach("sex", "id-number-says-other-sex"));
        assertThat(CorrectionRules.doubt(STANDING, man("1983"), null)).isEmpty();
        assertThat(CorrectionRules.doubt(man("1983"), man("1983"), number)).isEmpty();
    }
}
