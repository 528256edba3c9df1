package opencadre.kit.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sees wrong answers as wrong. */
class FuzzTest {

    private static final String PROBLEM = "application/problem+json;charset=UTF-8";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        500 | application/problem+json | {}
        503 | application/problem+json | {"code":"unavailable"}
        400 | text/html                | <html>Bad Request</html>
        400 |                          | {}
        404 | application/json         | {"code":"not-found"}
        400 | application/problem+json | {"detail":"java.lang.IllegalStateException"}
        422 | application/problem+json | {"detail":"ERROR: null value in column"}
        422 | application/problem+json | {"detail":"duplicate key value"}
        400 | application/problem+json | {"detail":"select id from person","x":"SELECT id FROM person"}
        """)
    void isWrong(int status, @org.jspecify.annotations.Nullable String type, String body) {
        assertThat(Fuzz.whatIsWrong(status, type == null ? "" : type, body)).isNotEmpty();
    }

    @Test
    void aProblemInTwoLanguagesAndAnythingGoodIsRight() {
        String problem = "{\"code\":\"invalid\",\"messages\":{\"vi\":\"Không đọc được\",\"en\":\"It is unreadable\"}}";
        assertThat(Fuzz.whatIsWrong(400, PROBLEM, problem)).isEmpty();
        assertThat(Fuzz.whatIsWrong(200, "application/json", "SELECT")).isEmpty();
        assertThat(Fuzz.whatIsWrong(304, "", "")).isEmpty();
    }
}
