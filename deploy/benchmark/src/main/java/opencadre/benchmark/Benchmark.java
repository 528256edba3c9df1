package opencadre.benchmark;

import java.nio.file.Path;
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
        try (House house = House.open(root, province)) {
            house.load();
            Table table = new Table();
            new ReadBenchmark(house, table)
                    .run(options.lines().contains(2), options.lines().contains(3));
        }
        try (Ground ground = new Ground()) {
            if (options.lines().contains(9)) {
                new RelayBenchmark(ground).run();
            }
            if (options.lines().contains(8)) {
                new LagBenchmark(ground).run();
            }
        }
    }
}
