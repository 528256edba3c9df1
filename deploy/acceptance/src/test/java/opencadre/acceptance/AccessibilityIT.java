package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Keyboard;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody can use it: nothing serious for axe, and no mouse is needed. */
@InHouse
class AccessibilityIT {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final int STOPS = 40;

    private final Desk desk;

    AccessibilityIT(House house) {
        this.desk = house.desk();
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void axeFindsNothingSeriousOnAnyPage(String language) {
        desk.open("/");
        desk.test("lang-" + language).click();
        nothingSerious("landing");

        desk.signIn("tochuc.tinh");
        desk.test("lang-" + language).click();
        desk.open("/people");
        desk.test("open-dossier").waitFor();
        nothingSerious("list");

        desk.test("open-dossier").click();
        Dossier.shown(desk);
        assertThat(desk.test("panel-planning")).hasAttribute("data-state", "good");
        assertThat(desk.test("panel-training")).hasAttribute("data-state", "good");
        nothingSerious("dossier");

        desk.open("/people/new");
        desk.test("save-person").click();
        assertThat(new PersonForm(desk.page()).errors("fullName")).isVisible();
        nothingSerious("form with errors");
    }

    @Test
    void aPersonIsRegisteredWithoutAMouse() {
        desk.signIn("tochuc.tinh");
        desk.open("/people");
        tabTo("add-person");
        press("Enter");
        desk.test("save-person").waitFor();

        tabTo("field-fullName");
        type("Lê Thị Phím");
        press("Tab");
        type("5/6/1988");
        press("Tab");
        press("Space");
        tabTo("field-unit");
        type("van hoa xa hoi bach quang");
        desk.page()
                .locator(".unit-popup")
                .getByText("Phòng Văn hóa - Xã hội phường Bách Quang")
                .waitFor();
        chooseUnit();
        tabTo("field-title");
        type("Chuyên viên");
        press("Tab");
        press("ArrowDown");
        press("ArrowDown");
        press("Enter");
        tabTo("field-from");
        type("1/2/2026");
        press("Enter");

        Dossier dossier = Dossier.shown(desk);
        dossier.panelShows("personnel", "good", "Phòng Văn hóa - Xã hội phường Bách Quang");
        assertThat(desk.page().locator("h1")).hasText("Lê Thị Phím");
    }

    /** The arrows walk the tree of what was found until the wished unit is under them. */
    private void chooseUnit() {
        for (int step = 0; step < STOPS; step++) {
            press("ArrowDown");
            String active = String.valueOf(desk.page()
                    .evaluate(
                            "document.querySelector('.unit-popup .ant-select-tree-treenode-active')?.innerText ?? ''"));
            if (active.contains("Phòng Văn hóa - Xã hội phường Bách Quang")) {
                press("Enter");
                return;
            }
        }
        throw new AssertionError("The arrows do not reach the unit");
    }

    /** Presses Tab until the focus is on or inside this element. */
    private void tabTo(String testId) {
        for (int stop = 0; stop < STOPS; stop++) {
            if (Boolean.TRUE.equals(desk.page()
                    .evaluate("id => !!document.activeElement?.closest(`[data-testid=\"${id}\"]`)", testId))) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("The Tab key does not reach " + testId);
    }

    private void press(String key) {
        desk.page().keyboard().press(key);
    }

    private void type(String text) {
        desk.page().keyboard().type(text, new Keyboard.TypeOptions().setDelay(5));
    }

    private void nothingSerious(String page) {
        desk.awaitStillness();
        List<String> violations = new AxeBuilder(desk.page())
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(AccessibilityIT::told)
                        .toList();
        assertThat(violations).as(page).isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
