package opencadre.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The program that the launcher runs: {@code load <gateway> <checkout>}, {@code accounts <checkout>}, {@code advance
 * <gateway> <checkout> <day>} or {@code story <gateway> <checkout>} or {@code figures <gateway> <checkout>}. The exit
 * code is 1 when something was refused and 2 when the system did not answer.
 */
public final class Demo {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Demo() {}

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (words.size() == 2 && words.getFirst().equals("accounts")) {
            Path root = Path.of(words.get(1));
            AccountTable.lines(data(root), realm(root), root.resolve("contracts/access/roles.csv"))
                    .forEach(OUT::println);
        } else if (words.size() == 3 && words.getFirst().equals("load")) {
            System.exit(load(words.get(1), Path.of(words.get(2))));
        } else if (words.size() == 4 && words.getFirst().equals("advance")) {
            System.exit(advance(words.get(1), Path.of(words.get(2)), words.get(3)));
        } else if (words.size() == 3 && words.getFirst().equals("story")) {
            System.exit(story(words.get(1), Path.of(words.get(2))));
        } else if (words.size() == 3 && words.getFirst().equals("figures")) {
            System.exit(figures(words.get(1), Path.of(words.get(2))));
        } else {
            OUT.println("Usage: load <gateway> <checkout> | accounts <checkout> | advance <gateway> <checkout> <day>"
                    + " | story <gateway> <checkout> | figures <gateway> <checkout>");
            System.exit(1);
        }
    }

    private static int load(String gateway, Path root) {
        try {
            return DemoLoad.load(gateway, data(root), realm(root), OUT).isEmpty() ? 0 : 1;
        } catch (Unavailable e) {
            OUT.println("  " + e.getMessage());
            return 2;
        }
    }

    private static int advance(String gateway, Path root, String day) {
        try {
            return DayStep.advance(gateway, realm(root), day, OUT) ? 0 : 1;
        } catch (Unavailable e) {
            OUT.println(e.getMessage());
            return 2;
        }
    }

    private static int story(String gateway, Path root) {
        try {
            return Story.play(gateway, data(root), realm(root), OUT).isEmpty() ? 0 : 1;
        } catch (Unavailable e) {
            OUT.println(e.getMessage());
            return 2;
        }
    }

    private static int figures(String gateway, Path root) {
        try {
            return Report.check(gateway, data(root), realm(root), OUT).isEmpty() ? 0 : 1;
        } catch (Unavailable e) {
            OUT.println(e.getMessage());
            return 2;
        }
    }

    private static Path data(Path root) {
        return root.resolve("deploy/demo/data");
    }

    private static Path realm(Path root) {
        return root.resolve("deploy/keycloak/realm.json");
    }
}
