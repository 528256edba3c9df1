package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Fuzz;
import opencadre.kit.service.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * Whatever is asked, the service answers in its own words: see {@link Fuzz}. In a database of its own, as it writes.
 */
@TestPropertySource(properties = "spring.datasource.hikari.pool-name=fuzz")
class FuzzIT extends EnrolmentRequests {

    private static final String INSPECTOR = "kiemtra.tinh";

    @Test
    void noQuestionBringsAFailureOrAWordFromInside() {
        long seed = Long.getLong("opencadre.fuzz.seed", 20261129);
        System.out.println("FuzzIT of training: -Dopencadre.fuzz.seed=" + seed);
        UUID person = published("Mạc Thử Lạ", COMMUNE);
        entered(person);
        enrolled(person);
        // What is restricted asks for a sign-in of the last minutes.
        Tokens.ofNewSession(INSPECTOR, SERVICE);
        grant(INSPECTOR, "INSPECTION_OFFICER", PROVINCE);
        await(() -> as(INSPECTOR).get(PEOPLE + "/" + person).status() == 200);

        Fuzz fuzz = new Fuzz(
                        SERVICE,
                        Map.of(
                                "SYS_ADMIN", as("quantri"),
                                "PROV_ORG_OFFICER", as(OFFICER),
                                "TRAINING_OFFICER", as(TRAINER),
                                "TRAINING_VERIFIER", as(VERIFIER),
                                "INSPECTION_OFFICER", as(INSPECTOR)),
                        Map.of(),
                        seed)
                .run();

        assertThat(fuzz.wrong()).as("seed " + seed).isEmpty();
        // It gets past the door: many operations have done what was asked at least once.
        assertThat(fuzz.statuses().values().stream().filter(all -> all.stream().anyMatch(each -> each < 300)))
                .hasSizeGreaterThan(5);
        assertThat(fuzz.asked()).isGreaterThan(150);
    }
}
