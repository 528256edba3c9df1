package opencadre.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Everything at once on an empty system: the demo and a second, generated city are loaded, the figures of both held
 * against a plain reading of their workbooks, a decision of each kind is taken away and given back, and the story is
 * played.
 *
 * <p>Errors: {@link Unavailable} where a service does not answer.
 */
final class Check {

    private static final String PROPOSER = "tochuc.tinh";
    private static final String ISSUER = "nhansu.tinh";

    private final String gateway;
    private final Path demo;
    private final Path realm;
    private final PrintStream out;
    private final List<String> wrong = new ArrayList<>();

    private Check(String gateway, Path demo, Path realm, PrintStream out) {
        this.gateway = gateway;
        this.demo = demo;
        this.realm = realm;
        this.out = out;
    }

    /**
     * Checks and says how it goes; the answer is what did not come out as it must.
     *
     * @param city an empty folder for the data of the second city
     */
    static List<String> run(String gateway, Path demo, Path realm, Path city, long seed, PrintStream out) {
        Check check = new Check(gateway, demo, realm, out);
        check.run(city, seed);
        out.println(check.wrong.isEmpty() ? "All is right." : "Wrong:");
        check.wrong.forEach(each -> out.println("  " + each));
        return check.wrong;
    }

    private void run(Path city, long seed) {
        out.println("The demo");
        DemoLoad.load(gateway, demo, realm, out).forEach(refusal -> wrong.add(refusal.toString()));
        out.println("A second city, from the seed " + seed);
        GeneratedCity.write(city, demo, seed);
        DemoLoad.load(gateway, city, realm, out).forEach(refusal -> wrong.add(refusal.toString()));
        figures(demo);
        figures(city);
        Random dice = new Random(seed);
        for (Path folder : List.of(demo, city)) {
            ExpectedFigures.decisions(folder).values().forEach(numbers -> takenAway(folder, oneOf(numbers, dice)));
        }
        out.println("The story");
        wrong.addAll(Story.play(gateway, demo.resolve("story.json"), realm, out));
        out.println("The figures once more, after the legal day has moved on");
        figures(demo);
        figures(city);
    }

    private void figures(Path folder) {
        FigureReport.of(gateway, folder, realm).print(out).forEach(code -> wrong.add(code + " of " + folder));
    }

    /** Without one decision exactly its figures are others; once it is decided again they are as before. */
    private void takenAway(Path folder, String number) {
        Map<String, String> all = ExpectedFigures.of(folder);
        Map<String, String> without = ExpectedFigures.without(folder, number);
        List<String> turned = all.keySet().stream()
                .filter(code -> !Objects.equals(all.get(code), without.get(code)))
                .toList();
        FigureReport figures = FigureReport.of(gateway, folder, realm);
        rescind(number);
        told("without " + number + " only " + turned + " are others", figures.differences(without));
        decideAgain(folder, number);
        told("decided again, all are as before", figures.differences(all));
    }

    private static String oneOf(Set<String> numbers, Random dice) {
        return List.copyOf(numbers).get(dice.nextInt(numbers.size()));
    }

    private void told(String sentence, List<String> differences) {
        out.println("  " + sentence + (differences.isEmpty() ? ": OK" : ": WRONG, " + differences));
        if (!differences.isEmpty()) {
            wrong.add(sentence + ": " + differences);
        }
    }

    private void rescind(String number) {
        Officer issuer = Accounts.signedIn(gateway, realm, ISSUER);
        JsonNode decision = issued(issuer, number);
        issuer.post(
                        "/api/personnel/decisions/" + decision.path("id").asString() + "/rescind",
                        Map.of(
                                "number", "HB " + number,
                                "signedOn", "2026-11-20",
                                "reason", "Kiểm tra: rút quyết định rồi ban hành lại"),
                        Map.of(
                                "If-Match",
                                "\"" + decision.path("revision").asLong() + "\"",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                .orEnd("Rescinding " + number);
    }

    private static JsonNode issued(Officer officer, String number) {
        String cursor = "";
        while (true) {
            JsonNode page = officer.get("/api/personnel/decisions?state=ISSUED&limit=200" + cursor)
                    .orEnd("The decisions")
                    .body();
            for (JsonNode decision : page.path("items")) {
                if (decision.path("number").asString("").equals(number)) {
                    return decision;
                }
            }
            if (page.path("next").isMissingNode()) {
                throw new Unavailable("There is no decision " + number + ".");
            }
            cursor = "&cursor=" + page.path("next").asString();
        }
    }

    /** A number stays with its paper, also once that was rescinded: the same lines come on another one. */
    private void decideAgain(Path folder, String number) {
        String again = "BH " + number;
        List<Refusal> refusals = new ArrayList<>();
        Sheet all = Sheet.read(folder, "Quyết định", refusals);
        int at = all.head().indexOf("Số quyết định");
        List<List<String>> lines = all.lines().stream()
                .filter(line -> line.get(at).equals(number))
                .map(line -> {
                    List<String> renumbered = new ArrayList<>(line);
                    renumbered.set(at, again);
                    return List.copyOf(renumbered);
                })
                .toList();
        Tally sent = BookStep.run(
                Accounts.signedIn(gateway, realm, PROPOSER),
                "decided again",
                "personnel",
                "quyet-dinh.xlsx",
                List.of(new Sheet(all.name(), all.head(), lines)));
        Tally issued = IssueStep.run(Accounts.signedIn(gateway, realm, ISSUER), Set.of(again));
        for (Tally tally : List.of(sent, issued)) {
            tally.refusals().forEach(refusal -> {
                out.println("    " + refusal);
                wrong.add(refusal.toString());
            });
        }
    }
}
