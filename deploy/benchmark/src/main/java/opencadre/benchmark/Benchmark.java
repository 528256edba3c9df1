package opencadre.benchmark;

/** {@code deploy/benchmark/run}: measures and prints, asserts nothing; two cores decide the figures. */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) {
        try (Ground ground = new Ground()) {
            new RelayBenchmark(ground).run();
            new LagBenchmark(ground).run();
        }
    }
}
