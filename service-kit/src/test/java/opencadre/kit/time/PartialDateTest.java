package opencadre.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "1982, 1982-01-01, 1982-12-31",
        "1982-08, 1982-08-01, 1982-08-31",
        "1982-08-14, 1982-08-14, 1982-08-14",
        "2024-02, 2024-02-01, 2024-02-29",
        "2023-02, 2023-02-01, 2023-02-28"
    })
    void meansEveryDayThatItDoesNotExclude(String text, LocalDate earliest, LocalDate latest) {
        PartialDate date = PartialDate.parse(text);

        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
        assertThat(date).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2023-02-30", "2023-02-29", "2023-13", "2023-00", "82", "0999", "1982-8", "1982-08-", " 1982", ""
            })
    void refusesWhatNoCalendarHas(String text) {
        assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void hasNoDayWithoutItsMonth() {
        assertThatThrownBy(() -> new PartialDate(1982, null, 14)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void travelsAsText() {
        JsonMapper json = JsonMapper.shared();

        assertThat(json.writeValueAsString(new PartialDate(1982, 8, null))).isEqualTo("\"1982-08\"");
        assertThat(json.readValue("\"1982\"", PartialDate.class)).isEqualTo(new PartialDate(1982, null, null));
    }
}
