package opencadre.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The program that the launcher runs. Every command but {@code accounts} names the gateway and the checkout first, as
 * {@code load http://localhost:8080 .}. The exit code is 1 when something was refused or is wrong and 2 when the system
 * did not answer.
 */
public final class Demo {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final String USAGE = "Usage: accounts <checkout> | load | story <file> | figures"
            + " | advance <day> | check <empty folder> <seed>, each after its name with <gateway> <checkout>";

    private final String gateway;
    private final Path data;
    private final Path accounts;

    private Demo(String gateway, Path root) {
        this.gateway = gateway;
        this.data = root.resolve("deploy/demo/data");
        this.accounts = root.resolve("deploy/demo/accounts.json");
    }

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (words.size() == 2 && words.getFirst().equals("accounts")) {
            Path root = Path.of(words.get(1));
            Demo demo = new Demo("", root);
            AccountTable.lines(demo.data, demo.accounts, root.resolve("contracts/access/roles.csv"))
                    .forEach(OUT::println);
        } else if (words.size() >= 3) {
            System.exit(new Demo(words.get(1), Path.of(words.get(2)))
                    .run(words.getFirst(), words.subList(3, words.size())));
        } else {
            OUT.println(USAGE);
            System.exit(1);
        }
    }

    private int run(String command, List<String> details) {
        return switch (command + " " + details.size()) {
            case "load 0" -> exit(this::load);
            case "story 1" -> exit(() -> Story.play(gateway, Path.of(details.getFirst()), accounts, OUT));
            case "figures 0" ->
                exit(() -> FigureReport.of(gateway, data, accounts).print(OUT));
            case "advance 1" ->
                exit(() -> DayStep.advance(gateway, accounts, details.getFirst(), OUT)
                        ? List.of()
                        : List.of(details.getFirst()));
            case "check 2" ->
                exit(() -> Check.run(
                        gateway, data, accounts, Path.of(details.getFirst()), Long.parseLong(details.getLast()), OUT));
            default -> {
                OUT.println(USAGE);
                yield 1;
            }
        };
    }

    /** Loads, and then tells the figures; one that is wrong since somebody changed a decision is no failure to load. */
    private List<Refusal> load() {
        List<Refusal> refusals = DemoLoad.load(gateway, data, accounts, OUT);
        if (!Accounts.in(accounts).isEmpty()) {
            FigureReport.of(gateway, data, accounts).print(OUT);
        }
        return refusals;
    }

    /** @param command answers with what was refused or is wrong */
    private static int exit(Supplier<List<?>> command) {
        try {
            return command.get().isEmpty() ? 0 : 1;
        } catch (Unavailable e) {
            OUT.println("  " + e.getMessage());
            return 2;
        }
    }
}
