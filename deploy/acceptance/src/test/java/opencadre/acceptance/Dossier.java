package opencadre.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.List;

/** The page of one person. */
final class Dossier {

    private static final Duration UNTIL_COPIED = Duration.ofSeconds(10);

    private final Desk desk;
    private final String id;

    Dossier(Desk desk, String id) {
        this.desk = desk;
        this.id = id;
    }

    /** The dossier that the page shows, for example after a person has been saved. */
    static Dossier shown(Desk desk) {
        desk.page().waitForURL(address -> address.matches(".*/people/[0-9a-f-]{36}.*"));
        return new Dossier(desk, desk.page().url().replaceFirst(".*/people/([0-9a-f-]{36}).*", "$1"));
    }

    String id() {
        return id;
    }

    Dossier open() {
        desk.open("/people/" + id);
        return this;
    }

    Locator panel(String service) {
        return desk.test("panel-" + service);
    }

    /** Waits until every service shows this text, each read from itself. */
    void allPanelsShow(String text) {
        for (String service : House.SERVICES) {
            panelShows(service, "good", text);
        }
    }

    void panelShows(String service, String state, String text) {
        PlaywrightAssertions.assertThat(panel(service))
                .hasAttribute("data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(millis()));
        PlaywrightAssertions.assertThat(panel(service))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(millis()));
    }

    /** Opens the drawer that corrects the first post. */
    PersonForm correctPost() {
        desk.test("correct-post").first().click();
        desk.test("field-reason").waitFor();
        return new PersonForm(desk.page());
    }

    void voidPost(String reason) {
        desk.test("void-post").first().click();
        desk.test("field-reason").fill(reason);
        desk.test("confirm-void").click();
    }

    List<String> historyStates() {
        desk.open("/people/" + id + "?tab=history");
        Locator states = desk.test("history").locator(".ant-tag");
        states.first().waitFor();
        return states.allTextContents();
    }

    private static double millis() {
        return UNTIL_COPIED.toMillis();
    }
}
