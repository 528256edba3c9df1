package opencadre.benchmark;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import opencadre.local.ProcFs;

/** One stretch of measuring: some clients who each ask again as soon as they were answered. */
final class Window {

    private static final double TICKS = 100;
    private static final String CLIENT = "client";

    private final long[] nanos;
    private final double seconds;
    private final Map<String, Double> cpu;
    private final double others;

    private Window(long[] nanos, double seconds, Map<String, Double> cpu, double others) {
        this.nanos = nanos;
        this.seconds = seconds;
        this.cpu = cpu;
        this.others = others;
    }

    /** @param client makes a client; what it makes is called with a number that ascends over all clients' questions */
    static Window of(int clients, double seconds, Map<String, Long> processes, Supplier<IntConsumer> client) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            CountDownLatch settled = new CountDownLatch(clients);
            CountDownLatch begin = new CountDownLatch(1);
            var asked = IntStream.range(0, clients)
                    .mapToObj(number -> threads.submit(() -> {
                        IntConsumer ask = client.get();
                        try {
                            settled.countDown();
                            begin.await();
                            return ask(ask, number, clients, seconds);
                        } finally {
                            if (ask instanceof AutoCloseable closeable) {
                                closeable.close();
                            }
                        }
                    }))
                    .toList();
            settled.await();
            Map<String, Long> before = ticks(processes);
            long allBefore = ProcFs.ticksOfAll();
            long from = System.nanoTime();
            begin.countDown();
            long[] nanos = asked.stream()
                    .map(Window::result)
                    .flatMapToLong(LongStream::of)
                    .sorted()
                    .toArray();
            double took = (System.nanoTime() - from) / 1e9;
            long all = ProcFs.ticksOfAll() - allBefore;
            Map<String, Double> cpu = new TreeMap<>();
            ticks(processes).forEach((name, ticks) -> cpu.put(name, (ticks - before.getOrDefault(name, 0L)) / TICKS));
            double ours = cpu.values().stream().mapToDouble(Double::doubleValue).sum();
            return new Window(nanos, took, cpu, Math.max(0, (all / TICKS - ours) / took));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long[] ask(IntConsumer ask, int number, int clients, double seconds) {
        LongStream.Builder nanos = LongStream.builder();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long now = System.nanoTime();
        for (int i = number; now < end; i += clients) {
            ask.accept(i);
            long then = System.nanoTime();
            nanos.add(then - now);
            now = then;
        }
        return nanos.build().toArray();
    }

    private static long[] result(Future<long[]> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Long> ticks(Map<String, Long> processes) {
        Map<String, Long> ticks = new TreeMap<>();
        processes.forEach((name, pid) -> ticks.put(name, ProcFs.ticksOfTree(pid)));
        // Alone: the servers are its children.
        ticks.put(CLIENT, ProcFs.ticksOf(ProcessHandle.current().pid()));
        return ticks;
    }

    /** Processor seconds a second that processes took which are none of these. */
    double others() {
        return others;
    }

    /** Questions answered in a second. */
    double rate() {
        return nanos.length / seconds;
    }

    /** Milliseconds within which a share of the questions was answered. */
    double millis(double share) {
        return nanos[(int) Math.min(nanos.length - 1L, Math.round(share * nanos.length))] / 1e6;
    }

    /** Processor milliseconds of some processes for each question. */
    double cpuMillis(String... names) {
        return Arrays.stream(names)
                        .mapToDouble(name -> cpu.getOrDefault(name, 0.0))
                        .sum()
                * 1e3
                / nanos.length;
    }
}
