package opencadre.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Holds the figures of the system against the {@link ExpectedFigures}; the sentences come from the programme. */
final class FigureReport {

    private static final String OFFICER = "tochuc.tinh";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** How long facts that were just recorded may take to reach the figures. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Officer officer;
    private final Path folder;

    private FigureReport(Officer officer, Path folder) {
        this.officer = officer;
        this.folder = folder;
    }

    /** @param folder of the data whose programme is looked at */
    static FigureReport of(String gateway, Path folder, Path accountsFile) {
        return new FigureReport(Accounts.signedIn(gateway, accountsFile, OFFICER), folder);
    }

    /** Prints a line for each figure; the answer is the codes of those that are wrong. */
    List<String> print(PrintStream out) {
        Map<String, String> expected = ExpectedFigures.of(folder);
        JsonNode figures = awaited(expected);
        out.printf(
                "%s, %s, tại ngày %s%n",
                ProgrammeStep.number(folder),
                figures.path("ownerUnitName").asString(),
                ExpectedFigures.DAY.format(TYPED));
        List<String> wrong = told(figures, expected, out);
        successors(figures("SUCCESSOR"), out);
        return wrong;
    }

    /** The figures as they are now, by code. */
    Map<String, String> computed() {
        return values(figures("HISTORICAL"));
    }

    /**
     * Figures that have not come to be as expected when patience ends, each as {@code A5: 6/10 instead of 5/10}; none
     * is right.
     */
    List<String> differences(Map<String, String> expected) {
        Map<String, String> computed = values(awaited(expected));
        return expected.keySet().stream()
                .filter(code -> !Objects.equals(expected.get(code), computed.get(code)))
                .map(code -> code + ": " + computed.get(code) + " instead of " + expected.get(code))
                .toList();
    }

    private JsonNode awaited(Map<String, String> expected) {
        long begin = System.nanoTime();
        JsonNode figures = figures("HISTORICAL");
        while (!values(figures).equals(expected) && System.nanoTime() - begin < PATIENCE.toNanos()) {
            Officer.pause();
            figures = figures("HISTORICAL");
        }
        return figures;
    }

    private JsonNode figures(String basis) {
        String number = ProgrammeStep.number(folder);
        String id = officer.get("/api/planning/programmes")
                .orEnd("The programmes")
                .body()
                .path("items")
                .valueStream()
                .filter(programme -> programme.path("number").asString().equals(number))
                .findFirst()
                .orElseThrow(() -> new Unavailable("There is no programme " + number + "."))
                .path("id")
                .asString();
        return officer.get(
                        "/api/planning/programmes/" + id + "/figures?asOf=" + ExpectedFigures.DAY + "&basis=" + basis)
                .orEnd("The figures")
                .body();
    }

    private static List<String> told(JsonNode set, Map<String, String> expected, PrintStream out) {
        Map<String, String> missing = new TreeMap<>(expected);
        List<String> wrong = new ArrayList<>();
        for (JsonNode figure : each(set)) {
            String code = figure.path("code").asString();
            String value = value(figure);
            String wanted = missing.remove(code);
            boolean right = value.equals(wanted);
            if (!right) {
                wrong.add(code);
            }
            String sentence = figure.path("sentence")
                    .path("vi")
                    .asString()
                    .replace("{value}", figure.path("value").asString())
                    .replace("{of}", figure.path("of").asString("?"));
            out.printf(
                    "%-5s %s  expected %s, computed %s, %s%n",
                    code, sentence, Objects.requireNonNullElse(wanted, "nothing"), value, right ? "OK" : "WRONG");
        }
        missing.forEach((code, value) -> {
            wrong.add(code);
            out.printf("%-5s expected %s, not computed, WRONG%n", code, value);
        });
        return wrong;
    }

    /** Counted in today's boundaries a figure of units is another one; each says which it is. */
    private static void successors(JsonNode set, PrintStream out) {
        for (JsonNode figure : each(set)) {
            if (figure.path("of").isNumber()) {
                out.printf("%-5s in today's units: %s%n", figure.path("code").asString(), value(figure));
            }
        }
    }

    private static Map<String, String> values(JsonNode set) {
        Map<String, String> values = new TreeMap<>();
        each(set).forEach(figure -> values.put(figure.path("code").asString(), value(figure)));
        return values;
    }

    private static List<JsonNode> each(JsonNode set) {
        return set.path("objectives")
                .valueStream()
                .flatMap(objective -> objective.path("figures").valueStream())
                .toList();
    }

    /** The number, and where units are counted which they are. */
    private static String value(JsonNode figure) {
        return figure.path("of").isNumber()
                ? figure.path("value").asInt() + "/" + figure.path("of").asInt() + " " + names(figure)
                : figure.path("value").asString();
    }

    private static String names(JsonNode figure) {
        return figure.path("units")
                .valueStream()
                .map(unit -> unit.path("name").asString())
                .sorted()
                .toList()
                .toString();
    }
}
