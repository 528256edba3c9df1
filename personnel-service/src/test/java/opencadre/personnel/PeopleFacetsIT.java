package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.time.LegalDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The list of people counted by facet and narrowed to one, as far as the reader sees. */
class PeopleFacetsIT extends PersonRequests {

    private final LocalDate today = LocalDate.now(LegalDay.ZONE);

    /** Born so that somebody is 30 today, and 31 tomorrow. */
    private final LocalDate thirty = today.plusDays(1).minusYears(31);

    /** The year in which somebody was born who is 36 or so. */
    private final int about36 = today.getYear() - 36;

    /** A word of the names of one test, so that nobody else's people are counted. */
    private final String word = "Facet" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    @BeforeEach
    void register() {
        somebody(CLERK, COMMUNE, "FEMALE", thirty.toString(), "COMMUNE_PARTY_COMMITTEE");
        somebody(CLERK, COMMUNE, "FEMALE", "" + about36, "COMMUNE_PARTY_COMMITTEE");
        somebody(CLERK, COMMUNE, "MALE", (about36 - 8) + "-01-01", "UNIT_HEAD");
        somebody(OTHER_CLERK, NEIGHBOUR, "MALE", "1960-01-01", "COMMUNE_PARTY_COMMITTEE");
    }

    private void somebody(String username, UUID unit, String sex, String birth, String scope) {
        Map<String, Object> person = with(with(person("Chu " + word, unit), "sex", sex), "birth", birth);
        person = with(person, "assignment", with(post(unit, "2025-07-01", null), "managementScope", scope));
        Caller.Answer answer = register(username, person);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    private Map<String, Long> facet(String username, String query, String facet) {
        Caller.Answer answer = as(username).get(PEOPLE + "/facets?q=" + word + query);
        assertThat(answer.status()).isEqualTo(200);
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode each : answer.body().path(facet)) {
            counts.put(each.path("value").asString(), each.path("people").asLong());
        }
        return counts;
    }

    private List<String> listed(String query) {
        return as(CLERK)
                .get(PEOPLE + "?q=" + word + query)
                .body()
                .path("items")
                .valueStream()
                .map(line -> line.path("birth").asString())
                .sorted()
                .toList();
    }

    @Test
    void countsWhatTheReaderSeesAndNobodyElse() {
        assertThat(facet(CLERK, "", "sex")).isEqualTo(Map.of("FEMALE", 2L, "MALE", 1L));
        assertThat(facet(CLERK, "", "age")).isEqualTo(Map.of("TO_30", 1L, "FROM_31", 1L, "FROM_41", 1L));
        assertThat(facet(CLERK, "", "scope")).isEqualTo(Map.of("COMMUNE_PARTY_COMMITTEE", 2L, "UNIT_HEAD", 1L));
        assertThat(facet(OTHER_CLERK, "", "sex")).isEqualTo(Map.of("MALE", 1L));
        assertThat(facet(CLERK, "&unit=" + NEIGHBOUR, "sex")).isEmpty();
    }

    @Test
    void aFacetIsCountedUnderTheOthersAndNotUnderItself() {
        assertThat(facet(CLERK, "&sex=FEMALE", "sex")).isEqualTo(Map.of("FEMALE", 2L, "MALE", 1L));
        assertThat(facet(CLERK, "&sex=FEMALE", "scope")).isEqualTo(Map.of("COMMUNE_PARTY_COMMITTEE", 2L));
        assertThat(facet(CLERK, "&scope=UNIT_HEAD", "age")).isEqualTo(Map.of("FROM_41", 1L));
        assertThat(facet(CLERK, "&sex=MALE&age=TO_30", "scope")).isEmpty();
    }

    @Test
    void theListAndItsCountAreNarrowedInTheSameWay() {
        assertThat(listed("&sex=FEMALE")).containsExactly("" + about36, thirty.toString());
        assertThat(listed("&age=FROM_31")).containsExactly("" + about36);
        assertThat(listed("&age=FROM_31&asOf=" + today.plusDays(1))).containsExactly("" + about36, thirty.toString());
        assertThat(listed("&sex=FEMALE&scope=UNIT_HEAD")).isEmpty();
        assertThat(as(CLERK)
                        .get(PEOPLE + "/count?sex=FEMALE&q=" + word)
                        .body()
                        .path("total")
                        .asLong())
                .isEqualTo(2);
        assertThat(as(CLERK).get(PEOPLE + "?sex=NONE").status()).isEqualTo(400);
    }
}
