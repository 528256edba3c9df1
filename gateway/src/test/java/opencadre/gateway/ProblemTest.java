package opencadre.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

class ProblemTest {

    private static final Problem.Text TEXT = new Problem.Text("tiếng Việt", "English");

    private final Locale machine = Locale.getDefault();

    @AfterEach
    void giveTheMachineItsLanguageBack() {
        Locale.setDefault(machine);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "            | tiếng Việt",
                "vi          | tiếng Việt",
                "vi, en      | tiếng Việt",
                "fr          | tiếng Việt",
                "*           | tiếng Việt",
                "en;q=nonsen | tiếng Việt",
                "en          | English",
                "en-US,en    | English",
                "vi;q=0.3, en| English",
                "fr, en      | English"
            })
    void theTitleIsInTheLanguageAskedForWhateverTheMachineSpeaks(String asked, String title) {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.of("vi"), Locale.FRANCE}) {
            Locale.setDefault(language);
            assertThat(Problem.of(404, "not-found", TEXT, asked).title()).isEqualTo(title);
        }
    }

    @Test
    void theShapeIsTheOneOfTheServices() {
        assertThat(JsonMapper.shared().writeValueAsString(Problem.of(404, "not-found", TEXT, null)))
                .isEqualTo("{\"type\":\"urn:opencadre:problem:not-found\",\"title\":\"tiếng Việt\",\"status\":404,"
                        + "\"code\":\"not-found\",\"messages\":{\"vi\":\"tiếng Việt\",\"en\":\"English\"},"
                        + "\"findings\":[]}");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalIsSaidInBothLanguages(Refusal refusal) {
        Problem problem = refusal.problem(new MockHttpServletRequest(), "training");

        assertThat(problem.messages().vi())
                .isNotBlank()
                .doesNotContain("%")
                .isNotEqualTo(problem.messages().en());
        assertThat(problem.messages().en()).isNotBlank().doesNotContain("%");
    }
}
