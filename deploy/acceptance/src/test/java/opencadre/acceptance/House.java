package opencadre.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import opencadre.demo.DemoLoad;
import opencadre.demo.Refusal;
import opencadre.local.Progress;
import opencadre.local.Stack;
import opencadre.local.StackSettings;
import opencadre.local.Trees;

/** All processes with the demo data, and a browser; started once for all tests. */
final class House implements AutoCloseable {

    static final List<String> SERVICES = List.of("personnel", "training", "planning");

    private static final Path ROOT = Path.of(System.getProperty("opencadre.root"));
    private static final Path FOLDER = ROOT.resolve("deploy/acceptance/target/house");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Stack stack;
    private final InterruptedLoad firstLoad;
    private final Playwright playwright;
    private final Browser browser;

    private House(Stack stack, InterruptedLoad firstLoad, Playwright playwright, Browser browser) {
        this.stack = stack;
        this.firstLoad = firstLoad;
        this.playwright = playwright;
        this.browser = browser;
    }

    static House open() {
        // What a page shows is awaited as long as what a click needs.
        PlaywrightAssertions.setDefaultAssertionTimeout(Desk.PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(FLAGS));
        Stack stack = Stack.start(settings(folder()), new Progress() {
            @Override
            public void ready(String part, Duration elapsed) {
                System.out.printf("%4d s   %s is ready%n", elapsed.toSeconds(), part);
            }
        });
        try {
            // Every other test runs on data that were loaded in two pieces.
            InterruptedLoad firstLoad = InterruptedLoad.run(stack.publicUrl(), ROOT);
            House house = new House(stack, firstLoad, playwright, browser);
            house.load(demoData());
            return house;
        } catch (RuntimeException e) {
            stack.close();
            playwright.close();
            throw e;
        }
    }

    /** Every service runs with the hooks that can stop it; they do nothing until a test arms them. */
    private static StackSettings settings(Path folder) {
        Path hooks = ROOT.resolve("deploy/acceptance/target/test-classes");
        List<String> modules = SERVICES.stream().map(name -> name + "-service").toList();
        return StackSettings.disposable(ROOT, folder)
                .with(
                        modules.stream().collect(Collectors.toMap(module -> module, module -> List.of(hooks))),
                        modules.stream()
                                .collect(Collectors.toMap(
                                        module -> module,
                                        module -> Map.of(
                                                "OPENCADRE_FAULTS",
                                                Fault.folder(folder, module).toString()))));
    }

    /** Only the last one is kept, for its logs. */
    private static Path folder() {
        Trees.delete(FOLDER);
        return FOLDER;
    }

    /** Lets a service stop for ever at a moment, see {@link Fault}. */
    Fault arm(String module, String moment) {
        return Fault.arm(FOLDER, module, moment);
    }

    Stack stack() {
        return stack;
    }

    String url() {
        return stack.publicUrl();
    }

    /** What the very first load did before it was killed. */
    InterruptedLoad firstLoad() {
        return firstLoad;
    }

    /** A browser of one's own, nobody signed in. */
    Desk desk() {
        return Desk.in(browser, url());
    }

    /** A browser in which this demo account has signed in. */
    Desk desk(String username) {
        return desk().signIn(username);
    }

    /** Somebody signed in who has not said to what purpose they look. */
    Desk deskWithoutPurpose(String username) {
        return Desk.withoutPurpose(browser, url()).signIn(username);
    }

    /** Loads a folder of demo data without a word; what was refused is the answer. */
    List<Refusal> load(Path data) {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return DemoLoad.load(url(), data, ROOT.resolve("deploy/demo/accounts.json"), silent);
    }

    static Path demoData() {
        return ROOT.resolve("deploy/demo/data");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        stack.close();
    }
}
