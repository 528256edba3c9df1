package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An officer who will be away hands a part of the own rights on, on the page for it, and takes it back. */
@InHouse
class DelegationIT {

    private static final String GIVER = "daotao.truong";
    private static final String RECEIVER = "vanthu.baxuyen";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

    private final House house;
    private final Desk giver;

    DelegationIT(House house) {
        this.house = house;
        this.giver = house.desk(GIVER);
    }

    @AfterEach
    void takeBack() {
        giver.open("/delegations");
        giver.test("given").waitFor();
        while (giver.test("end-delegation").count() > 0) {
            end();
        }
        giver.close();
    }

    @Test
    void aPartIsHandedOnSeenByTheReceiverAndTakenBackAndAxeFindsNothingSerious() {
        giver.open("/delegations");
        assertThat(giver.test("given")).containsText("Bạn chưa ủy quyền");
        nothingSerious("nothing handed on");

        giver.test("delegate").click();
        giver.test("field-username").waitFor();
        nothingSerious("handing on");
        giver.test("confirm-delegate").click();
        assertThat(giver.page().locator(".ant-form-item-explain-error").first()).isVisible();
        nothingSerious("handing on with errors");
        giver.test("field-username").fill("khong.co");
        giver.test("field-validTo").fill(lastDay(10));
        giver.test("field-reason").fill("đi công tác");
        giver.test("confirm-delegate").click();
        assertThat(giver.page().locator(".ant-form-item-explain-error")).hasCount(1);
        giver.test("field-username").fill(RECEIVER);
        giver.test("confirm-delegate").click();

        assertThat(giver.test("end-delegation")).hasCount(1);
        assertThat(giver.test("given")).containsText(RECEIVER);
        assertThat(giver.test("given")).containsText("đi công tác");
        nothingSerious("handed on");
        giver.test("lang-en").click();
        nothingSerious("handed on, in English");
        giver.test("lang-vi").click();

        try (Desk receiver = house.desk(RECEIVER)) {
            receiver.open("/delegations");
            assertThat(receiver.test("received")).containsText(GIVER);
            nothingSerious(receiver, "received");
        }
        end();
        assertThat(giver.test("given")).containsText("Bạn chưa ủy quyền");
        try (Desk receiver = house.desk(RECEIVER)) {
            receiver.open("/delegations");
            receiver.test("received").waitFor();
            assertThat(receiver.test("received")).not().containsText(GIVER);
        }
    }

    private void end() {
        giver.test("end-delegation").first().click();
        giver.test("field-reason").fill("đã về");
        nothingSerious("taking back");
        giver.test("confirm-end").click();
        giver.test("confirm-end").waitFor(GONE);
    }

    private String lastDay(int days) {
        return LocalDate.parse(
                        giver.get("/api/personnel/me").body().path("legalDay").asString())
                .plusDays(days)
                .format(TYPED);
    }

    private void nothingSerious(String state) {
        nothingSerious(giver, state);
    }

    private static void nothingSerious(Desk desk, String state) {
        desk.awaitStillness();
        assertThat(new AxeBuilder(desk.page()).analyze().getViolations())
                .as(state)
                .filteredOn(rule -> "serious".equals(rule.getImpact()) || "critical".equals(rule.getImpact()))
                .extracting(Rule::getId)
                .isEmpty();
    }
}
