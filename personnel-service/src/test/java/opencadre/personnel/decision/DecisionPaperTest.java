package opencadre.personnel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.Period;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionPaperTest {

    private static final UUID PERSON = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID UNIT = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final LocalDate SIGNED = LocalDate.of(2026, 2, 5);

    private final DecisionPaper paper = new DecisionPaper(Regulations.of(List.of()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        RELEASE      | Cho đồng chí Đinh Văn Giấy thôi giữ chức vụ Bí thư, Đảng ủy A, kể từ ngày 01/03/2026.
        RESIGN       | Cho đồng chí Đinh Văn Giấy từ chức, thôi giữ chức vụ Bí thư, Đảng ủy A, kể từ ngày 01/03/2026.
        RELIEVE      | Miễn nhiệm chức vụ Bí thư, Đảng ủy A, đối với đồng chí Đinh Văn Giấy, kể từ ngày 01/03/2026.
        RECALL       | Bãi nhiệm chức vụ Bí thư, Đảng ủy A, đối với đồng chí Đinh Văn Giấy, kể từ ngày 01/03/2026.
        DISMISS      | Cách chức Bí thư, Đảng ủy A, đối với đồng chí Đinh Văn Giấy, kể từ ngày 01/03/2026.
        RETIRE       | Cho đồng chí Đinh Văn Giấy thôi giữ chức vụ Bí thư, Đảng ủy A, để nghỉ hưu, kể từ ngày 01/03/2026.
        """)
    void callsTheEndOfAPostByItsName(DecisionKind kind, String article) {
        assertThat(text(kind, Effect.Act.END).articles().getFirst()).isEqualTo("Điều 1. " + article);
    }

    @Test
    void extendsTheTimeInAPostAndDoesNotGiveItAgain() {
        assertThat(text(DecisionKind.EXTEND_TENURE, Effect.Act.START).articles().getFirst())
                .isEqualTo("Điều 1. Kéo dài thời gian giữ chức vụ Bí thư, Đảng ủy A, đối với đồng chí Đinh Văn Giấy,"
                        + " kể từ ngày 01/03/2026.");
    }

    @Test
    void beginsAnArticleWithACapital() {
        assertThat(text(DecisionKind.ELECT, Effect.Act.ELECT).articles().getFirst())
                .startsWith("Điều 1. Đồng chí Đinh Văn Giấy trúng cử");
    }

    @Test
    void writesSmallDaysAndTheFirstTwoMonthsWithAZero() {
        assertThat(text(DecisionKind.RELEASE, Effect.Act.END).date()).isEqualTo("ngày 05 tháng 02 năm 2026");
    }

    private DecisionPrinter.Text text(DecisionKind kind, Effect.Act act) {
        Effect effect = new Effect(
                UUID.randomUUID(),
                PERSON,
                act,
                null,
                null,
                UNIT,
                "Bí thư",
                ManagementScope.PROVINCIAL_BTV,
                LocalDate.of(2026, 3, 1),
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                null);
        Decision.Belief belief = new Decision.Belief(
                DecisionState.ISSUED,
                kind,
                "12-QĐ/TU",
                SIGNED,
                ManagementScope.PROVINCIAL_BTV,
                List.of(effect),
                1,
                false,
                null,
                null,
                Set.of(),
                null,
                Set.of(),
                null,
                "a",
                "A",
                Instant.EPOCH,
                null,
                null);
        Unit unit = new Unit(
                UNIT, Tree.PARTY, "Đảng ủy A", "DANG_UY", null, null, null, new Period(LocalDate.EPOCH, null), "1");
        return paper.text(
                new Decision(UUID.randomUUID(), 1, Instant.EPOCH, null, List.of(belief)),
                Map.of(PERSON, "Đinh Văn Giấy"),
                Map.of(UNIT, unit),
                SIGNED);
    }
}
