package opencadre.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import opencadre.benchmark.province.Province;
import opencadre.local.ProcFs;

/**
 * Line 15: everything from nothing running until an officer who signs in is shown the first page of people, and what it
 * took; and the memory of each process, proportional, after that and after work. The files of the programs may lie in
 * the page cache; the data are those of the province.
 */
final class StartBenchmark {

    private static final int STARTS = 3;
    private static final double KIB_PER_MIB = 1024;

    private StartBenchmark() {}

    /** One start. */
    private record Start(double seconds, double cpuSeconds, Map<String, Duration> readyAfter) {}

    static void run(Path root, Province province) {
        List<Start> starts = java.util.stream.IntStream.range(0, STARTS)
                .mapToObj(each -> start(root, province))
                .sorted(java.util.Comparator.comparingDouble(Start::seconds))
                .toList();
        Start median = starts.get(STARTS / 2);
        System.out.printf(
                Locale.ROOT,
                "line 15: first authorised 200 after %.1f s (%.1f to %.1f of %d starts), %.1f CPU-s by then (%s)%n",
                median.seconds(),
                starts.getFirst().seconds(),
                starts.getLast().seconds(),
                STARTS,
                median.cpuSeconds(),
                Table.held("<= 35 s", median.seconds() <= 35));
        new TreeMap<>(median.readyAfter())
                .forEach((part, after) -> System.out.printf(
                        Locale.ROOT, "line 15: %s ready after %.1f s%n", part, after.toMillis() / 1e3));
    }

    private static Start start(Path root, Province province) {
        long begin = System.nanoTime();
        try (House house = House.open(root, province)) {
            house.signedIn(House.PROVINCE_OFFICER)
                    .get("/api/personnel/people?limit=50")
                    .orEnd("The first page");
            double seconds = (System.nanoTime() - begin) / 1e9;
            double ticks = house.processes().values().stream()
                    .mapToLong(ProcFs::ticksOfTree)
                    .sum();
            memory(house, "just started");
            return new Start(seconds, ticks / 100, house.readyAfter());
        }
    }

    /** What every process takes now. */
    static void memory(House house, String when) {
        Map<String, Double> mib = new TreeMap<>();
        house.processes().forEach((name, pid) -> mib.put(name, ProcFs.memoryOfTreeKib(pid) / KIB_PER_MIB));
        double jvms = mib.entrySet().stream()
                .filter(entry ->
                        entry.getKey().endsWith("-service") || entry.getKey().equals("gateway"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        double all = mib.values().stream().mapToDouble(Double::doubleValue).sum();
        StringBuilder told = new StringBuilder();
        mib.forEach((name, size) -> told.append(String.format(Locale.ROOT, "%s %.0f, ", name, size)));
        System.out.printf(
                Locale.ROOT,
                "line 15: PSS in MiB, %s: %sfour services %.0f, all %.0f (%s, %s)%n",
                when,
                told,
                jvms,
                all,
                Table.held("4 JVMs <= 1.2 GiB", jvms <= 1.2 * KIB_PER_MIB),
                Table.held("all <= 3.5 GiB", all <= 3.5 * KIB_PER_MIB));
    }
}
