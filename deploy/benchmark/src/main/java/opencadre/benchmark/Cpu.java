package opencadre.benchmark;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import opencadre.local.ProcFs;

/**
 * Processor seconds that processes took while something was done, each with all below it and by its name; this program
 * alone is {@link #CLIENT}.
 *
 * @param others processor seconds a second of whatever else runs on the machine
 */
record Cpu(Map<String, Double> seconds, double others) {

    static final String CLIENT = "client";

    private static final double TICKS = 100;

    /** Begins to count; asking what it gives ends it. */
    static Supplier<Cpu> counting(Map<String, Long> processes) {
        Map<String, Long> before = ticks(processes);
        long allBefore = ProcFs.ticksOfAll();
        long from = System.nanoTime();
        return () -> {
            double took = (System.nanoTime() - from) / 1e9;
            long all = ProcFs.ticksOfAll() - allBefore;
            Map<String, Double> seconds = new TreeMap<>();
            ticks(processes)
                    .forEach((name, ticks) -> seconds.put(name, (ticks - before.getOrDefault(name, 0L)) / TICKS));
            double ours =
                    seconds.values().stream().mapToDouble(Double::doubleValue).sum();
            return new Cpu(seconds, Math.max(0, (all / TICKS - ours) / took));
        };
    }

    /** Milliseconds of some of them together. */
    double millis(String... names) {
        return Arrays.stream(names)
                        .mapToDouble(name -> seconds.getOrDefault(name, 0.0))
                        .sum()
                * 1e3;
    }

    private static Map<String, Long> ticks(Map<String, Long> processes) {
        Map<String, Long> ticks = new TreeMap<>();
        processes.forEach((name, pid) -> ticks.put(name, ProcFs.ticksOfTree(pid)));
        // Alone: the servers are its children.
        ticks.put(CLIENT, ProcFs.ticksOf(ProcessHandle.current().pid()));
        return ticks;
    }
}
