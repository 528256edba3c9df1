package opencadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import opencadre.local.Await;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One officer at one browser. */
final class Desk implements AutoCloseable {

    static final double PATIENCE_MILLIS = 15_000;
    private static final String FETCH = """
        async ([method, path, body, headers]) => {
          const token = (document.cookie.match(/__Host-XSRF-TOKEN=([^;]+)/) || [])[1] || '';
          const response = await fetch(path, {
            method, body: body ?? undefined,
            headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest',
                       'X-XSRF-TOKEN': decodeURIComponent(token), 'OpenCadre-Purpose': 'RECORD', ...headers } });
          const etag = response.headers.get('etag') ?? '';
          return JSON.stringify({ status: response.status, etag, text: await response.text() });
        }
        """;

    private final BrowserContext context;
    private final Page page;
    private final String url;

    private Desk(BrowserContext context, String url) {
        this.context = context;
        this.page = context.newPage();
        this.url = url;
        page.setDefaultTimeout(PATIENCE_MILLIS);
    }

    static Desk in(Browser browser, String url) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("vi-VN"));
        // Whoever works here has said to what purpose; SensitiveIT says it by hand.
        context.addInitScript(
                "sessionStorage.getItem('opencadre.purpose') ?? sessionStorage.setItem('opencadre.purpose', 'RECORD')");
        return new Desk(context, url);
    }

    /** Somebody who has not said yet to what purpose they look. */
    static Desk withoutPurpose(Browser browser, String url) {
        return new Desk(
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("vi-VN")),
                url);
    }

    Page page() {
        return page;
    }

    /** Another page of the same browser. */
    Page secondPage() {
        Page second = context.newPage();
        second.setDefaultTimeout(PATIENCE_MILLIS);
        return second;
    }

    Desk signIn(String username) {
        open("/");
        test("login-button").click();
        page.locator("#username").fill(username);
        page.locator("#password").fill("Demo-2026-" + username);
        page.locator("#kc-login").click();
        test("account").waitFor();
        return this;
    }

    /** Goes to an address of the application. */
    Desk open(String path) {
        page.navigate(url + path);
        return this;
    }

    Locator test(String testId) {
        return page.getByTestId(testId);
    }

    List<Cookie> cookies() {
        return context.cookies();
    }

    Answer get(String path) {
        return api("GET", path, null, Map.of());
    }

    /** Id of whoever stands first in the list of people; of one's own record, where there is no other. */
    String firstPerson() {
        return get("/api/personnel/people?limit=1")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    /** As {@link #get}, again while the gateway says that it was too much at once. */
    Answer patiently(String path) {
        AtomicReference<Answer> last = new AtomicReference<>();
        boolean let = eventually(Duration.ofMillis((long) PATIENCE_MILLIS), () -> {
            Answer answer = get(path);
            last.set(answer);
            return answer.status() != 429;
        });
        if (!let) {
            throw new AssertionError("still too much at once: " + path);
        }
        return java.util.Objects.requireNonNull(last.get());
    }

    /** Asks as a script of the page would, so with its cookies and nothing else. */
    Answer api(String method, String path, @Nullable Object body, Map<String, String> headers) {
        String json = body == null ? null : JsonMapper.shared().writeValueAsString(body);
        String answer = String.valueOf(page.evaluate(FETCH, java.util.Arrays.asList(method, path, json, headers)));
        return JsonMapper.shared().readValue(answer, Answer.class);
    }

    /** Asks until the answer is as wished or the time is over; the pause between is the browser's. */
    boolean eventually(Duration deadline, BooleanSupplier wish) {
        return Await.until(deadline, () -> {
            page.waitForTimeout(50);
            return wish.getAsBoolean();
        });
    }

    /** Waits until everything that moves to an end has arrived there; colours in between are nobody's choice. */
    void awaitStillness() {
        page.waitForFunction("""
            () => document.getAnimations()
                .filter(a => a.effect?.getComputedTiming().iterations !== Infinity)
                .every(a => a.playState !== 'running')
            """);
    }

    /** What axe finds on the page as it stands is nothing serious. */
    void nothingSerious() {
        awaitStillness();
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .filteredOn(rule -> "serious".equals(rule.getImpact()) || "critical".equals(rule.getImpact()))
                .extracting(Rule::getId)
                .isEmpty();
    }

    /** A picture of the page; with {@code -Dopencadre.guide=true} the pictures of the user guide are taken anew. */
    void screenshot(String name) {
        page.mouse().move(0, 0);
        awaitStillness();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
        Path picture = Guide.picture(name);
        if (Boolean.getBoolean("opencadre.guide") && Guide.pictures().contains(picture)) {
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
