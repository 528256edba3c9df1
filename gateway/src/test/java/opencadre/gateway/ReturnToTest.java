package opencadre.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/people/12", "/people?asOf=2026-01-01&name=Nguy%E1%BB%85n", "/people/12#history"})
    void aPathOfThisSiteIsTaken(String target) {
        assertThat(ReturnTo.accepted(target)).isEqualTo(target);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "people",
                "https://evil.example/",
                "//evil.example/",
                "///evil.example/",
                "/\\evil.example/",
                "\\\\evil.example/",
                "/people//evil.example",
                "/%2f/evil.example",
                "/./evil",
                "/..//evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/people\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "/people/Nguyễn",
                "/people/%zz"
            })
    void anythingElseLeadsToTheFrontPage(String target) {
        assertThat(ReturnTo.accepted(target)).isEqualTo("/");
    }
}
