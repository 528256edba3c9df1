package opencadre.benchmark;

import java.nio.file.Path;
import java.util.Set;
import opencadre.benchmark.province.Province;

/** {@code deploy/benchmark/run}: measures and prints; two cores decide the figures. */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) {
        Options options;
        Province province;
        try {
            options = Options.of(arguments);
            province = new Province(options.seed(), options.people(), options.units());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Path root = Path.of(System.getProperty("opencadre.root"));
        Set<Integer> lines = options.lines();
        if (!lines.equals(Set.of(9))) {
            inTheHouse(root, province, options);
        }
        if (lines.contains(15)) {
            StartBenchmark.run(root, province);
        }
        if (lines.contains(8) || lines.contains(9) || options.imports()) {
            onBareGround(options);
        }
    }

    private static void inTheHouse(Path root, Province province, Options options) {
        Set<Integer> lines = options.lines();
        try (House house = House.open(root, province)) {
            house.load();
            new ReadBenchmark(house, new Table()).run(lines.contains(2), lines.contains(3));
            if (options.lists()) {
                new ListBenchmark(house).run();
            }
            if (options.imports()) {
                new ImportBenchmark(house).run();
            }
            if (lines.contains(8)) {
                new FollowBenchmark(house).run();
            }
            if (lines.contains(15)) {
                StartBenchmark.memory(house, "after this run's work");
            }
        }
    }

    /** The kit's own delivery, without a service around it. */
    private static void onBareGround(Options options) {
        Set<Integer> lines = options.lines();
        try (Ground ground = new Ground()) {
            if (options.imports()) {
                new BookBenchmark(ground).run();
            }
            if (lines.contains(9)) {
                new RelayBenchmark(ground).run();
            }
            if (lines.contains(8)) {
                new LagBenchmark(ground).run();
            }
        }
    }
}
