package opencadre.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The form for a new person, and the drawer that changes a post: the same fields. */
final class PersonForm {

    private final Page page;

    PersonForm(Page page) {
        this.page = page;
    }

    PersonForm identity(String fullName, String birth, String sex) {
        field("fullName").fill(fullName);
        field("birth").fill(birth);
        field("sex")
                .getByText(sex, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    PersonForm post(String unit, String title, String scope, String from) {
        unit(unit);
        field("title").fill(title);
        field("scope").click();
        page.locator(".ant-select-item-option").getByText(scope).click();
        day("from", from);
        return this;
    }

    private void unit(String unit) {
        UnitChoice.choose(page, field("unit"), item("unit"), unit, unit);
    }

    PersonForm day(String field, String typed) {
        field(field).fill(typed);
        field(field).blur();
        return this;
    }

    PersonForm reason(String reason) {
        field("reason").fill(reason);
        return this;
    }

    PersonForm save() {
        page.getByTestId("save-person").click();
        return this;
    }

    Locator field(String name) {
        return page.getByTestId("field-" + name);
    }

    /** What stands in red under a field. */
    Locator errors(String field) {
        return item(field).locator(".ant-form-item-explain-error");
    }

    /** A field with its label and what is said of it. */
    private Locator item(String field) {
        return page.locator(".ant-form-item")
                .filter(new Locator.FilterOptions().setHas(field(field)))
                .last();
    }
}
