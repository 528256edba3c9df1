package opencadre.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import opencadre.benchmark.province.GeneratedUnit;
import opencadre.benchmark.province.Level;
import opencadre.benchmark.province.Tree;
import opencadre.demo.Officer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines 2 and 3: a page of 50 of a unit and all below it, with and without a word of the name, and the search for two
 * words without accents, in the whole province and as the clerk of one commune. Through the gateway as a signed-in
 * session, with audit; beside the {@link Flat} table asked the same, in turns.
 */
final class ReadBenchmark {

    private static final int QUESTIONS = 20;
    private static final int PAIRS = 5;
    private static final List<Integer> CLIENTS = List.of(1, 8);
    private static final double HOUSE_SECONDS = 2.5;
    private static final double FLAT_SECONDS = 1;
    private static final double WARM_UP_SECONDS = 4;
    /** The most frequent family name: the filter that leaves most. */
    private static final String FREQUENT = "nguyen";

    private final House house;
    private final Table table;

    ReadBenchmark(House house, Table table) {
        this.house = house;
        this.table = table;
    }

    /** One question in both forms. */
    private record Asked(String path, Flat.Question flat) {}

    /** A workload: questions of one form, asked in turn. */
    private record Workload(int line, String name, String username, List<Asked> questions) {}

    void run(boolean pages, boolean searches) {
        List<Workload> workloads = new ArrayList<>();
        if (pages) {
            for (List<String> words : List.of(List.<String>of(), List.of(FREQUENT))) {
                workloads.add(page("province", List.of(state()), words));
                workloads.add(page("department", some(Level.DEPARTMENT), words));
                workloads.add(page("leaf", some(Level.OFFICE), words));
            }
        }
        if (searches) {
            workloads.add(search("all", House.PROVINCE_OFFICER, List.of()));
            workloads.add(search("one commune", House.CLERK, ranges(house.commune())));
        }
        for (Workload workload : workloads) {
            try {
                measure(workload);
            } catch (IllegalStateException e) {
                // The others can still be measured; what went wrong is a result too.
                table.failed(workload.line(), workload.name(), e);
            }
        }
    }

    private GeneratedUnit state() {
        return house.units(Level.PROVINCE).stream()
                .filter(unit -> unit.tree() == Tree.STATE)
                .findFirst()
                .orElseThrow();
    }

    private List<GeneratedUnit> some(Level level) {
        return house.units(level).stream().limit(QUESTIONS).toList();
    }

    private static Workload page(String name, List<GeneratedUnit> units, List<String> words) {
        List<Asked> questions = units.stream()
                .map(unit -> new Asked(
                        "/api/personnel/people?limit=50&unit=" + unit.id() + q(words),
                        new Flat.Question(words, ranges(List.of(unit)))))
                .toList();
        return new Workload(2, "page, " + name + (words.isEmpty() ? "" : " + word"), House.PROVINCE_OFFICER, questions);
    }

    private Workload search(String name, String username, List<Flat.Range> within) {
        List<Asked> questions = Flat.searches(house, within, QUESTIONS).stream()
                .map(words -> new Asked("/api/personnel/people?limit=50" + q(words), new Flat.Question(words, within)))
                .toList();
        return new Workload(3, "search, " + name, username, questions);
    }

    private static String q(List<String> words) {
        return words.isEmpty() ? "" : "&q=" + URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8);
    }

    private static List<Flat.Range> ranges(List<GeneratedUnit> units) {
        return units.stream().map(unit -> new Flat.Range(unit.lo(), unit.hi())).toList();
    }

    private void measure(Workload workload) {
        Officer officer = house.signedIn(workload.username());
        answersAgree(workload, officer);
        Map<String, Long> processes = house.processes();
        Window.of(8, WARM_UP_SECONDS, processes, () -> asking(workload, officer));
        for (int clients : CLIENTS) {
            List<Window> ours = new ArrayList<>();
            List<Window> flat = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                ours.add(Window.of(clients, HOUSE_SECONDS, processes, () -> asking(workload, officer)));
                flat.add(Window.of(clients, FLAT_SECONDS, processes, () -> new FlatAsking(workload)));
            }
            table.add(row(workload, clients, ours, flat));
        }
    }

    private static Table.Row row(Workload workload, int clients, List<Window> ours, List<Window> flat) {
        double database = median(ours, window -> window.cpuMillis("postgres"));
        double reference = median(flat, window -> window.cpuMillis("postgres"));
        double p50 = median(ours, window -> window.millis(0.5));
        double p99 = median(ours, window -> window.millis(0.99));
        double flatP50 = median(flat, window -> window.millis(0.5));
        String verdict = switch (workload.line()) {
            case 2 ->
                Table.held("p50 <= raw + 1.5 ms", p50 <= flatP50 + 1.5)
                        + ", "
                        + Table.held("PG CPU <= 1.2x", database <= 1.2 * reference);
            default ->
                Table.held("PG CPU <= 1/10", database <= reference / 10) + ", " + Table.held("p99 <= 15 ms", p99 <= 15);
        };
        return new Table.Row(
                workload.line(),
                workload.name(),
                clients,
                median(ours, Window::rate),
                p50,
                p99,
                median(ours, window -> window.cpuMillis("gateway")),
                median(ours, window -> window.cpuMillis("personnel-service")),
                database,
                median(flat, Window::rate),
                flatP50,
                median(flat, window -> window.millis(0.99)),
                reference,
                median(ours, window -> window.cpuMillis("client")),
                ours.stream().mapToDouble(Window::others).max().orElse(0),
                verdict);
    }

    static double median(List<Window> windows, ToDoubleFunction<Window> value) {
        double[] sorted = windows.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** A figure of a wrong answer says nothing: both must show the same people in the same order. */
    private void answersAgree(Workload workload, Officer officer) {
        try (Visitor visitor = new Visitor(house.stack().publicUrl(), officer);
                FlatAsking flat = new FlatAsking(workload)) {
            for (Asked asked : workload.questions()) {
                List<UUID> shown = ids(visitor.get(asked.path()));
                List<UUID> expected = flat.ask(asked.flat());
                if (shown.isEmpty() || !shown.equals(expected)) {
                    throw new IllegalStateException(String.format(
                            Locale.ROOT, "%s shows %s, the flat table %s", asked.path(), shown, expected));
                }
            }
        }
    }

    private static List<UUID> ids(String body) {
        JsonNode page = JsonMapper.shared().readTree(body);
        return page.path("items")
                .valueStream()
                .map(line -> UUID.fromString(line.path("id").asString()))
                .toList();
    }

    private Asking asking(Workload workload, Officer officer) {
        return new Asking(new Visitor(house.stack().publicUrl(), officer), workload.questions());
    }

    private record Asking(Visitor visitor, List<Asked> questions) implements IntConsumer, AutoCloseable {

        @Override
        public void accept(int number) {
            visitor.get(questions.get(number % questions.size()).path());
        }

        @Override
        public void close() {
            visitor.close();
        }
    }

    private final class FlatAsking implements IntConsumer, AutoCloseable {

        private final Connection connection;
        private final PreparedStatement page;
        private final List<Asked> questions;

        FlatAsking(Workload workload) {
            questions = workload.questions();
            connection = Flat.connect(house);
            try {
                page = connection.prepareStatement(
                        Flat.page(questions.getFirst().flat()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        List<UUID> ask(Flat.Question question) {
            return Flat.ask(page, question);
        }

        @Override
        public void accept(int number) {
            ask(questions.get(number % questions.size()).flat());
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
