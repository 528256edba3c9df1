package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Who was where before a reform, asked by the units of then and by those of now: Mỏ Chè and Châu Sơn went into the ward
 * Bá Xuyên, and a part of Châu Sơn into another; their city was dissolved and nothing took its place.
 */
class UnitBasisIT extends PersonRequests {

    private static final String RESOLUTION = "1683/NQ-UBTVQH15";
    private static final String THEN = "2025-12-31";
    private static final String NOW = "2026-11-24";

    private final UUID city = UUID.randomUUID();
    private final UUID moChe = UUID.randomUUID();
    private final UUID chauSon = UUID.randomUUID();
    private final UUID ward = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    /** Of Mỏ Chè, now of the ward. */
    private String stayed = "";

    /** Of the part of Châu Sơn that is another ward now. */
    private String split = "";

    /** Came to the ward after the reform. */
    private String came = "";

    @BeforeEach
    void reform() {
        unit(city, "Thành phố Sông Công", PROVINCE, "2025-07-01", "2026-01-01");
        unit(moChe, "Phường Mỏ Chè", city, "2025-07-01", "2026-01-01");
        unit(chauSon, "Phường Châu Sơn", city, "2025-07-01", "2026-01-01");
        unit(ward, "Phường Bá Xuyên", PROVINCE, "2026-01-01", null);
        unit(other, "Phường Sông Công", PROVINCE, "2026-01-01", null);
        succeed(ward, moChe, "MERGE");
        succeed(ward, chauSon, "SPLIT");
        succeed(other, chauSon, "SPLIT");
        stayed = since2026("Ma Văn Ở", ward);
        split = since2026("Ma Văn Tách", other);
        came = since2026("Ma Văn Đến", ward);
        held(stayed, moChe);
        held(split, chauSon);
    }

    @Test
    void theUnitsOfTheDayHaveThePeopleOfTheDay() {
        assertThat(people(moChe, THEN, "HISTORICAL")).containsExactly(stayed);
        assertThat(people(city, THEN, "HISTORICAL")).containsExactly(stayed, split);
        assertThat(people(ward, THEN, "HISTORICAL")).isEmpty();
        assertThat(people(moChe, NOW, "HISTORICAL")).isEmpty();
        assertThat(people(ward, NOW, "HISTORICAL")).containsExactly(came, stayed);
        assertThat(total(city, THEN, "HISTORICAL")).isEqualTo(2);
        assertThat(total(ward, NOW, "HISTORICAL")).isEqualTo(2);
    }

    @Test
    void theUnitsOfTodayHaveThoseOfAllThatWentIntoThem() {
        assertThat(people(ward, THEN, "SUCCESSOR")).containsExactly(stayed, split);
        assertThat(people(other, THEN, "SUCCESSOR")).containsExactly(split);
        assertThat(total(ward, THEN, "SUCCESSOR")).isEqualTo(2);
        assertThat(total(other, THEN, "SUCCESSOR")).isEqualTo(1);
    }

    @Test
    void aUnitThatIsGoneHasThoseOfItsSuccessors() {
        assertThat(people(moChe, NOW, "SUCCESSOR")).containsExactly(came, stayed);
        assertThat(people(chauSon, NOW, "SUCCESSOR")).containsExactly(came, stayed, split);
        assertThat(people(city, NOW, "SUCCESSOR")).isEmpty();
        assertThat(total(moChe, NOW, "SUCCESSOR")).isEqualTo(2);
    }

    @Test
    void whoeverReachesNothingOfThemIsShownNobody() {
        for (String basis : List.of("HISTORICAL", "SUCCESSOR")) {
            assertThat(as(OTHER_CLERK)
                            .get(address("", moChe, THEN, basis))
                            .body()
                            .path("items"))
                    .isEmpty();
            assertThat(as(OTHER_CLERK)
                            .get("/api/personnel/statistics?unit=" + moChe + "&asOf=" + THEN + "&basis=" + basis)
                            .status())
                    .isEqualTo(404);
        }
    }

    /** Ids in the order of the list, which its count and its groups agree with. */
    private List<String> people(UUID unit, String day, String basis) {
        JsonNode page = as(OFFICER).get(address("", unit, day, basis)).body();
        assertThat(page.path("basis").asString()).isEqualTo(basis);
        List<String> ids = page.path("items")
                .valueStream()
                .map(person -> person.path("id").asString())
                .toList();
        assertThat(as(OFFICER)
                        .get(address("/count", unit, day, basis))
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(ids.size());
        assertThat(as(OFFICER)
                        .get(address("/facets", unit, day, basis))
                        .body()
                        .path("sex")
                        .valueStream()
                        .mapToInt(value -> value.path("people").asInt())
                        .sum())
                .isEqualTo(ids.size());
        return ids;
    }

    private static String address(String what, UUID unit, String day, String basis) {
        return PEOPLE + what + "?unit=" + unit + "&asOf=" + day + "&basis=" + basis;
    }

    /** Everybody, of whom every line behind the number is one. */
    private long total(UUID unit, String day, String basis) {
        String asked = "?unit=" + unit + "&asOf=" + day + "&basis=" + basis;
        JsonNode table = as(OFFICER).get("/api/personnel/statistics" + asked).body();
        assertThat(table.path("basis").asString()).isEqualTo(basis);
        long total = table.path("lines").path(0).path("counts").path(0).asLong(-1);
        assertThat(as(OFFICER)
                        .get("/api/personnel/statistics/rows" + asked)
                        .body()
                        .path("items"))
                .hasSize((int) total);
        return total;
    }

    private String since2026(String name, UUID unit) {
        Caller.Answer answer =
                register(OFFICER, with(person(name, unit), "assignment", post(unit, "2026-01-01", null)));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private void held(String person, UUID unit) {
        Caller.Answer answer = addPost(OFFICER, person, 1, post(unit, "2025-07-01", "2026-01-01"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    private void unit(UUID id, String name, UUID parent, String from, @Nullable String to) {
        Map<String, Object> unit = new HashMap<>(Map.of(
                "tree",
                "STATE",
                "name",
                name,
                "type",
                "PHUONG",
                "parentId",
                parent.toString(),
                "validFrom",
                from,
                "instrument",
                RESOLUTION));
        if (to != null) {
            unit.put("validTo", to);
        }
        assertThat(as(ADMIN).ask("PUT", "/api/personnel/units/" + id, unit).status())
                .isEqualTo(200);
    }

    private void succeed(UUID successor, UUID predecessor, String kind) {
        assertThat(as(ADMIN)
                        .ask(
                                "PUT",
                                "/api/personnel/units/" + successor + "/predecessors/" + predecessor,
                                Map.of("kind", kind, "effectiveOn", "2026-01-01", "instrument", RESOLUTION))
                        .status())
                .isEqualTo(200);
    }
}
