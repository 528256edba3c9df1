package opencadre.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/** What was measured, as a table in Markdown: for the reader of {@code docs/performance.md}. */
final class Table {

    private static final double LOADED = 0.5;

    private boolean begun;

    /**
     * Medians over the pairs, times in milliseconds.
     *
     * @param cpuGateway processor time of one request in the gateway, and so on
     * @param client the same of whoever asks, which is no part of the house
     * @param others the most that other processes of the machine took meanwhile, in cores
     */
    record Row(
            int line,
            String workload,
            int clients,
            double rate,
            double p50,
            double p99,
            double cpuGateway,
            double cpuService,
            double cpuDatabase,
            double rawRate,
            double rawP50,
            double rawP99,
            double rawCpu,
            double client,
            double others,
            String verdict) {}

    /** A workload that came to no figures. */
    void failed(int line, String workload, Exception why) {
        head();
        System.out.printf(Locale.ROOT, "| %d | %s | **failed**: %s |%n", line, workload, why.getMessage());
    }

    private void head() {
        if (!begun) {
            begun = true;
            System.out.println(machine());
            System.out.println();
            System.out.println(
                    "| # | workload | c | req/s | p50 | p99 | CPU/req gateway + service + PG | raw req/s | raw p50"
                            + " | raw p99 | raw PG CPU | PG CPU ratio | client CPU | others | target |");
            System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        }
    }

    void add(Row row) {
        head();
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %d | %,.0f | %.2f | %.2f | %.2f + %.2f + %.2f | %,.0f | %.2f | %.2f | %.2f | %.2f | %.2f |"
                        + " %.1f%s | %s |%n",
                row.line(),
                row.workload(),
                row.clients(),
                row.rate(),
                row.p50(),
                row.p99(),
                row.cpuGateway(),
                row.cpuService(),
                row.cpuDatabase(),
                row.rawRate(),
                row.rawP50(),
                row.rawP99(),
                row.rawCpu(),
                row.cpuDatabase() / row.rawCpu(),
                row.client(),
                row.others(),
                loaded(row.others()),
                row.verdict());
    }

    /** A mark where others took so much that times say little. */
    static String loaded(double others) {
        return others > LOADED ? " (loaded)" : "";
    }

    /** Whether a target was held, said both ways. */
    static String held(String target, boolean held) {
        return target + (held ? ": held" : ": **missed**");
    }

    /** What it was measured on, and when. */
    static String machine() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            String model = lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse("unknown processor");
            return "%s, %d of its cores, %s"
                    .formatted(model, Runtime.getRuntime().availableProcessors(), LocalDate.now(ZoneOffset.UTC));
        } catch (IOException e) {
            return "unknown machine";
        }
    }
}
