package opencadre.benchmark;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One stretch of measuring: some clients who ask in turns, each again when it was answered or when its time has come.
 */
final class Window {

    private final long[] nanos;
    private final double seconds;
    private final Cpu cpu;

    private Window(long[] nanos, double seconds, Cpu cpu) {
        this.nanos = nanos;
        this.seconds = seconds;
        this.cpu = cpu;
    }

    /** What one of the clients does from the beginning to the end: how long each answer took. */
    private interface Turns {
        long[] ask(IntConsumer client, int number);
    }

    /**
     * Each asks again as soon as it was answered.
     *
     * @param client makes a client; what it makes is called with a number that ascends over all clients' questions
     */
    static Window of(int clients, double seconds, Map<String, Long> processes, Supplier<IntConsumer> client) {
        return of(clients, processes, client, () -> {}, (ask, number) -> {
            LongStream.Builder nanos = LongStream.builder();
            long end = System.nanoTime() + (long) (seconds * 1e9);
            for (int i = number; System.nanoTime() < end; i += clients) {
                nanos.add(nanos(ask, i));
            }
            return nanos.build().toArray();
        });
    }

    /**
     * So many a second are asked, or as many as are answered, until there were {@code count}.
     *
     * @param arrived waits for what follows from the last of them; its processor time counts, the rate is not its
     */
    static Window paced(
            int clients,
            int perSecond,
            int count,
            Map<String, Long> processes,
            Supplier<IntConsumer> client,
            Runnable arrived) {
        return of(clients, processes, client, arrived, (ask, number) -> {
            LongStream.Builder nanos = LongStream.builder();
            long begin = System.nanoTime();
            for (int i = number; i < count; i += clients) {
                LockSupport.parkNanos(begin + i * 1_000_000_000L / perSecond - System.nanoTime());
                nanos.add(nanos(ask, i));
            }
            return nanos.build().toArray();
        });
    }

    private static long nanos(IntConsumer ask, int number) {
        long begin = System.nanoTime();
        ask.accept(number);
        return System.nanoTime() - begin;
    }

    private static Window of(
            int clients, Map<String, Long> processes, Supplier<IntConsumer> client, Runnable after, Turns turns) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            CountDownLatch settled = new CountDownLatch(clients);
            CountDownLatch begin = new CountDownLatch(1);
            var asked = IntStream.range(0, clients)
                    .mapToObj(number -> threads.submit(() -> {
                        IntConsumer ask = made(client, settled);
                        try {
                            begin.await();
                            return turns.ask(ask, number);
                        } finally {
                            if (ask instanceof AutoCloseable closeable) {
                                closeable.close();
                            }
                        }
                    }))
                    .toList();
            settled.await();
            Supplier<Cpu> cpu = Cpu.counting(processes);
            long from = System.nanoTime();
            begin.countDown();
            long[] nanos = asked.stream()
                    .map(Window::result)
                    .flatMapToLong(LongStream::of)
                    .sorted()
                    .toArray();
            double took = (System.nanoTime() - from) / 1e9;
            after.run();
            return new Window(nanos, took, cpu.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Who cannot be made is no reason to wait for. */
    private static IntConsumer made(Supplier<IntConsumer> client, CountDownLatch settled) {
        try {
            return client.get();
        } finally {
            settled.countDown();
        }
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

    /** Processor seconds a second that processes took which are none of these. */
    double others() {
        return cpu.others();
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
        return cpu.millis(names) / nanos.length;
    }
}
