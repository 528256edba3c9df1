package opencadre.kit.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

class PaperFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | WORD",
                "application/pdf | PDF",
                "application/pdf, application/problem+json | PDF",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document | WORD",
                "application/pdf, */* | PDF",
                "text/html, */*;q=0.8 | WORD"
            })
    void itIsTheBestLikedThatThereIs(String accepted, PaperFormat format) {
        assertThat(PaperFormat.of(MediaType.parseMediaTypes(accepted))).isEqualTo(format);
    }
}
