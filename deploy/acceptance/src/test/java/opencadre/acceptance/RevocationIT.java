package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the administrator takes away is gone within five seconds, in every service, with or without the broker. */
@InHouse
class RevocationIT {

    private static final String ACCOUNT = "quyhoach.tinh";
    private static final String GRANTS = "/api/personnel/accounts/" + ACCOUNT + "/grants";
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    private static final Duration UNTIL_COPIED = Duration.ofSeconds(20);

    private final House house;
    private final Desk administrator;
    private final JsonNode granted;

    RevocationIT(House house) {
        this.house = house;
        this.administrator = house.desk("quantri");
        this.granted = administrator.get(GRANTS).body().path("grants");
    }

    @BeforeEach
    void everyServiceAnswers() {
        try (Desk officer = house.desk(ACCOUNT)) {
            assertThat(officer.eventually(
                            UNTIL_COPIED, () -> statuses(officer).stream().allMatch(s -> s == 200)))
                    .isTrue();
        }
    }

    @AfterEach
    void giveBack() {
        house.stack().kafka().resume();
        put(granted);
        everyServiceAnswers();
        administrator.close();
    }

    @Test
    void anOpenPageAndEveryServiceRefuseAfterTheGrantsAreTakenAwayOnTheGrantsPage() {
        try (Desk officer = house.desk(ACCOUNT)) {
            officer.open("/people");
            officer.test("people-grid")
                    .getByRole(com.microsoft.playwright.options.AriaRole.ROW)
                    .nth(1)
                    .waitFor();

            administrator.open("/admin/accounts/" + ACCOUNT + "/grants");
            administrator.test("end-grant").first().waitFor();
            long begin = 0;
            for (int left = granted.size(); left > 0; left--) {
                assertThat(administrator.test("end-grant")).hasCount(left);
                administrator.test("end-grant").first().click();
                administrator.test("field-reason").fill("thôi giao việc");
                begin = System.nanoTime();
                administrator.test("confirm-end").click();
                administrator.test("confirm-end").waitFor(GONE);
            }
            refusesWithin(officer, begin);

            officer.test("search").fill("an");
            officer.test("search").press("Enter");
            assertThat(officer.page().locator("main h1")).hasText("Phiên đã kết thúc");
            assertThat(administrator.test("end-grant")).hasCount(0);
        }
        try (Desk again = house.desk(ACCOUNT)) {
            again.open("/people");
            assertThat(again.page().locator("main h1")).hasText("Tài khoản của bạn chưa có quyền dùng trang này");
        }
    }

    @Test
    void everyServiceRefusesAlsoWhileTheBrokerStandsStill() {
        try (Desk officer = house.desk(ACCOUNT)) {
            house.stack().kafka().pause();
            long begin = System.nanoTime();
            assertThat(put(List.of())).isEqualTo(200);
            refusesWithin(officer, begin);
        }
        try (Desk again = house.desk(ACCOUNT)) {
            assertThat(statuses(again))
                    .as("a new sign-in while the broker stands still")
                    .doesNotContain(200);
        }
    }

    private void refusesWithin(Desk officer, long begin) {
        assertThat(officer.eventually(AT_MOST, () -> statuses(officer).stream().noneMatch(s -> s == 200)))
                .isTrue();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("Refused in every service %d ms after the administrator's order%n", took.toMillis());
        assertThat(took).isLessThan(AT_MOST);
    }

    private static List<Integer> statuses(Desk officer) {
        return House.SERVICES.stream()
                .map(service ->
                        officer.get("/api/" + service + "/people?limit=1").status())
                .toList();
    }

    private int put(Object grants) {
        long version = administrator.get(GRANTS).body().path("authzVersion").asLong();
        return administrator
                .api("PUT", GRANTS, Map.of("grants", grants), Map.of("If-Match", "\"" + version + "\""))
                .status();
    }
}
