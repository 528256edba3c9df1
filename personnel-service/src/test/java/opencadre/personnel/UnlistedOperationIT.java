package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import opencadre.kit.access.AccessContracts;
import opencadre.kit.access.Actor;
import opencadre.kit.contract.OpenApi;
import opencadre.kit.service.DescribedCode;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An operation that nobody wrote into the contracts, planted: no role opens it, and both comparisons turn red. */
class UnlistedOperationIT extends RunningService {

    @TestConfiguration
    @Import(Planted.class)
    static class WithAnOperationMore {}

    @RestController
    static class Planted {

        @GetMapping("/api/personnel/planted")
        String planted(Actor actor) {
            return actor.account();
        }
    }

    @Autowired
    private OpenApiWebMvcResource springdoc;

    @Test
    void isRefusedToWhoeverAsks() {
        for (String username : java.util.List.of(ADMIN, OFFICER, CLERK)) {
            assertThat(as(username).get("/api/personnel/planted").status()).isEqualTo(403);
        }
    }

    @Test
    void isSeenByTheComparisonWithTheOpenApi() {
        assertThat(OpenApi.of("personnel").differences(DescribedCode.of(springdoc)))
                .anyMatch(difference -> difference.startsWith("GET /api/personnel/planted"));
    }

    @Test
    void isSeenByTheComparisonWithTheAccessMatrix() {
        assertThatThrownBy(() -> assertThat(AccessContracts.of("personnel").operations())
                        .isEqualTo(DescribedCode.of(springdoc).operations()))
                .hasMessageContaining("/api/personnel/planted");
    }
}
