package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/**
 * Chooses a unit as a person does, who looks whether it was taken and tries again: the list may move under a click
 * while it is still being narrowed, and a page that is still opening may take the focus from what is being typed.
 */
final class UnitChoice {

    private static final double A_WHILE_MILLIS = 5_000;

    private UnitChoice() {}

    /**
     * @param field the picker
     * @param item what shows the unit that was chosen
     * @param typed by which it is looked for
     * @param name by which it stands in the list
     */
    static void choose(Page page, Locator field, Locator item, String typed, String name) {
        for (int attempt = 0; attempt < 3 && !item.innerText().contains(name); attempt++) {
            field.click();
            // What an earlier attempt typed goes: the same name twice is that of no unit.
            page.keyboard().press("Control+a");
            page.keyboard().insertText(typed);
            try {
                page.locator(".unit-popup:not(.ant-select-dropdown-hidden)")
                        .getByText(name, new Locator.GetByTextOptions().setExact(true))
                        .click(new Locator.ClickOptions().setTimeout(A_WHILE_MILLIS));
            } catch (TimeoutError notThere) {
                // What was typed went elsewhere: it is typed once more, and looked at below.
            }
        }
        assertThat(item).containsText(name);
    }
}
