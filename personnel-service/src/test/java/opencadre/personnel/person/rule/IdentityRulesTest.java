package opencadre.personnel.person.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import opencadre.kit.time.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityRulesTest {

    @Test
    void putsTogetherWhatOtherProgramsTakeApart() {
        assertThat(IdentityRules.tidy("  Nguye\u0302\u0303n\u00a0 Va\u0306n\u202fAn\u00a0"))
                .isEqualTo("Nguyễn Văn An");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Văn An", "H’ Hen Niê", "Y-Bih Mlô", "Trần Q. Bình"})
    void takesNames(String name) {
        assertThat(IdentityRules.isName(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "019099000001, false, 1999, ''",
        "019199000001, true, 1999, ''",
        "019200000001, false, 2000, ''",
        "019300000001, true, 2000, ''",
        "019000000001, false, 1900, ''",
        "019099000001, true, 1999, id-number-says-other-sex",
        "019199000001, false, 1999, id-number-says-other-sex",
        "019200000001, true, 2000, id-number-says-other-sex",
        "019300000001, false, 2000, id-number-says-other-sex",
        "019000000001, false, 2000, id-number-says-other-year",
        "019100000001, true, 2000, id-number-says-other-year",
        "019299000001, false, 1999, id-number-says-other-year",
        "019399000001, true, 1999, id-number-says-other-year",
        "019200000001, false, 1999-12-31, id-number-says-other-year",
        "019099000001, false, 2000-01-01, id-number-says-other-year"
    })
    void theFourthDigitSaysSexAndCenturyAndTheTwoAfterItTheYear(
            String number, boolean female, String birth, String doubt) {
        assertThat(IdentityRules.doubt(number, female, PartialDate.parse(birth)).orElse(""))
                .isEqualTo(doubt);
    }

    @ParameterizedTest
    @CsvSource({
        "001, true",
        "019, true",
        "096, true",
        "000, false",
        "003, false",
        "097, false",
        "099, false",
        "100, true",
        "999, true"
    })
    void theFirstThreeDigitsAreAProvinceOfTheListOrACountry(String place, boolean known) {
        List<String> doubts = IdentityRules.doubts(
                place + "082000001", false, PartialDate.parse("1982"), Set.of("001", "019", "096"));

        assertThat(doubts).isEqualTo(known ? List.of() : List.of("id-number-of-unknown-province"));
    }

    @Test
    void everyDoubtIsNamed() {
        assertThat(IdentityRules.doubts("003182000001", false, PartialDate.parse("1982"), Set.of("019")))
                .containsExactly("id-number-says-other-sex", "id-number-of-unknown-province");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<img src=x>", "Nguyễn Văn 2", "=1+1", "-An"})
    void takesNothingElse(String name) {
        assertThat(IdentityRules.isName(name)).isFalse();
    }
}
