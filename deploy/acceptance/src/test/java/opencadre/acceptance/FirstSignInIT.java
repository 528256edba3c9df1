package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From "create account" to "disabled": the administrator's page, Keycloak's pages, and what the official sees. */
@InHouse
class FirstSignInIT {

    private static final String OWN_PASSWORD = "Trường Sa 2026 một";
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final Desk administrator;
    private final Desk official;
    private final String username = "moi." + Long.toString(Clock.systemUTC().millis(), Character.MAX_RADIX);

    private String secret = "";

    FirstSignInIT(House house) {
        this.administrator = house.desk("quantri");
        this.official = house.desk();
    }

    @AfterEach
    void leave() {
        official.close();
        administrator.close();
    }

    @Test
    void anAccountMadeOnThePageSetsItsPasswordAndCodeThenSeesWhatItIsGrantedUntilItIsDisabled() {
        String temporary = created();
        Page page = signInForTheFirstTime(temporary);
        assertThat(page.locator("main h1")).hasText("Tài khoản của bạn chưa có quyền dùng trang này");

        administrator.test("handover-done").click();
        grantPeopleOfTheCommune();
        official.open("/");
        signInAgain();
        official.open("/people");
        official.test("people-grid").waitFor();
        official.test("scope-chip").click();
        assertThat(official.test("why")).containsText("quantri cấp");
        official.screenshot("why-people");
        official.page().keyboard().press("Escape");
        official.test("open-dossier").click();
        Dossier.shown(official);
        official.test("scope-chip").click();
        assertThat(official.test("why")).containsText("Bạn xem được hồ sơ này nhờ");
        assertThat(official.test("why")).containsText("Văn thư hồ sơ");
        official.screenshot("why-dossier");

        administrator.test("disable-account").click();
        administrator.test("field-reason").fill("chuyển công tác");
        long begin = System.nanoTime();
        administrator.test("confirm-disable").click();
        assertThat(official.eventually(AT_MOST, () -> statuses().stream().noneMatch(status -> status == 200)))
                .isTrue();
        System.out.printf(
                "Refused in every service %d ms after an account was disabled%n",
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
        assertThat(administrator.test("account-state")).hasText("Đã khóa");
        administrator.screenshot("account-disabled");
    }

    private String created() {
        administrator.open("/admin/accounts");
        administrator.test("new-account").click();
        administrator.test("field-username").fill(username);
        administrator.test("field-name").fill("Lê Thị Bắt Đầu");
        administrator.test("confirm-create").click();
        String temporary = administrator.test("temporary-password").innerText().strip();
        administrator.screenshot("account-handover");
        return temporary;
    }

    private Page signInForTheFirstTime(String temporary) {
        Page page = official.page();
        official.open("/");
        official.test("login-button").click();
        page.locator("#username").fill(username);
        page.locator("#password").fill(temporary);
        page.locator("#kc-login").click();
        page.locator("#password-new").fill(OWN_PASSWORD);
        page.locator("#password-confirm").fill(OWN_PASSWORD);
        official.screenshot("first-sign-in-password");
        page.locator("[type=submit]").last().click();
        page.locator("#totp").waitFor();
        secret = page.locator("#totpSecret").inputValue();
        official.screenshot("first-sign-in-code");
        page.locator("#totp").fill(Authenticator.code(secret, Clock.systemUTC().instant()));
        page.locator("[type=submit]").last().click();
        official.test("account").waitFor();
        return page;
    }

    /** Rights have changed, so the session is over; the second factor is asked for, and one code is good once. */
    private void signInAgain() {
        Page page = official.page();
        official.test("login-button").click();
        page.locator("#username").fill(username);
        page.locator("#password").fill(OWN_PASSWORD);
        page.locator("#kc-login").click();
        page.locator("#otp").waitFor();
        assertThat(official.eventually(Duration.ofSeconds(75), () -> {
                    if (page.locator("#otp").count() > 0) {
                        page.locator("#otp")
                                .fill(Authenticator.code(
                                        secret, Clock.systemUTC().instant()));
                        page.locator("#kc-login").click();
                        page.waitForTimeout(3_000);
                    }
                    return official.test("account").count() > 0;
                }))
                .isTrue();
    }

    private void grantPeopleOfTheCommune() {
        administrator.test("give-grant").click();
        administrator.test("field-role").click();
        administrator.page().keyboard().insertText("Văn thư");
        administrator
                .page()
                .locator(".ant-select-item-option")
                .getByText("Văn thư hồ sơ")
                .click();
        Locator unit = administrator
                .page()
                .locator(".ant-form-item")
                .filter(new Locator.FilterOptions().setHas(administrator.test("field-unit")))
                .last();
        UnitChoice.choose(
                administrator.page(),
                administrator.test("field-unit"),
                unit,
                "dang uy phuong song cong",
                "Đảng ủy phường Sông Công");
        administrator.test("field-reason").fill("theo phân công 15-TB/ĐU");
        administrator.screenshot("grant-drawer");
        administrator.test("confirm-give").click();
        assertThat(administrator.test("grants")).containsText("theo phân công 15-TB/ĐU");
        administrator.screenshot("account-grants");
    }

    private List<Integer> statuses() {
        return House.SERVICES.stream()
                .map(service ->
                        official.get("/api/" + service + "/people?limit=1").status())
                .toList();
    }
}
