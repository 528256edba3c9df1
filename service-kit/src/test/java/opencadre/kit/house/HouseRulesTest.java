package opencadre.kit.house;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the house, seen red on a service that breaks it. */
class HouseRulesTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("opencadre.planted");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(HouseRules.FEATURES_KNOW_NO_DOOR, "PortWithJson"),
                Arguments.of(HouseRules.RULES_KNOW_ONLY_FACTS, "RuleWithClock"),
                Arguments.of(HouseRules.WEB_GOES_THROUGH_ITS_FEATURE, "ThingController"),
                Arguments.of(HouseRules.DATA_SERVES_ITS_FEATURE, "JooqThings"),
                Arguments.of(HouseRules.MESSAGING_SERVES_ITS_FEATURE, "ThingState"),
                Arguments.of(HouseRules.DOORS_ARE_NOT_PUBLIC, "ThingState"),
                Arguments.of(HouseRules.COPIES_ARE_WRITTEN_BY_THEIR_LISTENER, "CopyListener"),
                Arguments.of(HouseRules.FEATURES_HAVE_NO_CYCLES, "ThingHelper"),
                Arguments.of(HouseRules.NO_FIELD_IS_INJECTED, "ThingController.things"),
                Arguments.of(HouseRules.TIME_COMES_FROM_A_CLOCK, "clockless"),
                Arguments.of(HouseRules.NAMES_SAY_WHAT_A_THING_IS, "ThingHelper"),
                Arguments.of(HouseRules.OPERATIONS_ARE_TOLD_WHO_ASKS, "today()"),
                Arguments.of(HouseRules.ANSWERS_ARE_OF_ONE_MOMENT, "torn"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isRedWhereItIsBroken(ArchRule rule, String culprit) {
        assertThatThrownBy(() -> rule.check(PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }

    @Test
    void everyRuleIsSeenRed() {
        long written = Stream.of(HouseRules.class.getFields())
                .filter(field -> field.getType().equals(ArchRule.class))
                .count();

        org.assertj.core.api.Assertions.assertThat(rules()).hasSize((int) written);
    }
}
