package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.service.Fuzz;
import opencadre.kit.service.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * Whatever is asked, the service answers in its own words: see {@link Fuzz}. In a database of its own, as it writes.
 */
@TestPropertySource(properties = "spring.datasource.hikari.pool-name=fuzz")
class FuzzIT extends PersonRequests {

    private static final String INSPECTOR = "kiemtra.tinh";

    @Test
    void noQuestionBringsAFailureOrAWordFromInside() {
        long seed = Long.getLong("opencadre.fuzz.seed", 20261129);
        System.out.println("FuzzIT of personnel: -Dopencadre.fuzz.seed=" + seed);
        registered(OFFICER, "Mạc Thử Lạ", COMMUNE);
        // What is restricted asks for a sign-in of the last minutes.
        Tokens.ofNewSession(INSPECTOR, "personnel");
        Tokens.ofNewSession(ADMIN, "personnel");
        grant(INSPECTOR, "INSPECTION_OFFICER", PROVINCE);

        List<String> units = units();
        Fuzz fuzz = new Fuzz(
                        "personnel",
                        Map.of(
                                "SYS_ADMIN", as(ADMIN),
                                "PROV_ORG_OFFICER", as(OFFICER),
                                "UNIT_ORG_OFFICER", as(CLERK),
                                "INSPECTION_OFFICER", as(INSPECTOR)),
                        Map.of("unitId", units, "predecessorId", units, "username", accounts()),
                        seed)
                .run();

        assertThat(fuzz.wrong()).as("seed " + seed).isEmpty();
        // It gets past the door: many operations have done what was asked at least once.
        assertThat(fuzz.statuses().values().stream().filter(all -> all.stream().anyMatch(each -> each < 300)))
                .hasSizeGreaterThan(10);
        // And changes an account that was made for it.
        assertThat(fuzz.statuses())
                .anySatisfy((operation, all) -> assertThat(operation.matches("(POST|PUT) .*/accounts/.*")
                                && all.stream().anyMatch(each -> each < 300))
                        .isTrue());
        assertThat(fuzz.asked()).isGreaterThan(250);
    }

    /** Units that nothing else hangs on. */
    private List<String> units() {
        List<UUID> units = Stream.generate(UUID::randomUUID).limit(2).toList();
        units.forEach(unit -> establish(unit, COMMUNE, "Tổ thử lạ"));
        return units.stream().map(UUID::toString).toList();
    }

    /** Accounts with which nobody signs in. */
    private List<String> accounts() {
        List<String> usernames =
                Stream.generate(() -> "la." + key().substring(0, 8)).limit(3).toList();
        for (String username : usernames) {
            assertThat(as(ADMIN)
                            .ask(
                                    "POST",
                                    "/api/personnel/accounts",
                                    Map.of("username", username, "name", "Mạc Thử Lạ"),
                                    "Idempotency-Key",
                                    key())
                            .status())
                    .isEqualTo(201);
        }
        return usernames;
    }
}
