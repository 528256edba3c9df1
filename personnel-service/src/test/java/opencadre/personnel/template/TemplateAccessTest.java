package opencadre.personnel.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import opencadre.kit.access.AccessContracts;
import org.junit.jupiter.api.Test;

/** A trial prints somebody's paper, or a unit's numbers: whoever may try may print it in the first place. */
class TemplateAccessTest {

    private static final AccessContracts CONTRACTS = AccessContracts.of("personnel");

    private static final Map<String, List<String>> WITH = Map.of(
            "template.write", List.of("template.read", "cv.print", "decision.read", "statistics.read"),
            "template.approve", List.of("template.read"));

    @Test
    void whoeverTriesATemplateMayPrintThePaper() {
        WITH.forEach((action, others) -> assertThat(
                        CONTRACTS.roles().stream().filter(role -> CONTRACTS.carries(role, action)))
                .as(action)
                .isNotEmpty()
                .allSatisfy(role -> assertThat(others).allMatch(other -> CONTRACTS.carries(role, other))));
    }
}
