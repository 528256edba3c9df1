package opencadre.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What {@code ./run} runs: {@code up} (also with {@code --fresh}), {@code stop}, {@code status}, {@code report},
 * {@code advance 2027-09-01}, {@code story} (also with a file), {@code figures}, {@code --check} (also with a seed).
 *
 * <p>Shape: everything lives in {@code .opencadre}, or in {@code .opencadre/port-<N>} with OPENCADRE_PORT_BASE=N, so
 * that two sets can run side by side.
 */
public final class Launcher {

    private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final long begin = System.nanoTime();
    private final Path root;
    private final Ports ports;
    private final Path home;
    private final PartsFile partsFile;
    private volatile boolean stopping;

    private Launcher(Path root, Ports ports) {
        this.root = root;
        this.ports = ports;
        Path common = root.resolve(".opencadre");
        this.home = ports.base() == Ports.DEFAULT_BASE ? common : common.resolve("port-" + ports.base());
        this.partsFile = new PartsFile(home.resolve("parts.csv"));
    }

    /** Runs one command; the exit code is 0, or 1 when it says what is wrong. */
    public static void main(String[] arguments) {
        try {
            List<String> words = Stream.of(arguments)
                    .map(word -> word.equals("--check") ? "check" : word)
                    .toList();
            List<String> plain = words.stream().filter(w -> !w.startsWith("--")).toList();
            Launcher launcher = new Launcher(Parts.root(), portsOfEnvironment());
            System.exit(launcher.run(
                    plain.isEmpty() ? "up" : plain.getFirst(),
                    plain.stream().skip(1).toList(),
                    words.contains("--fresh")));
        } catch (LocalException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Ports portsOfEnvironment() {
        String base = System.getenv().getOrDefault("OPENCADRE_PORT_BASE", Integer.toString(Ports.DEFAULT_BASE));
        try {
            return new Ports(Integer.parseInt(base.strip()));
        } catch (NumberFormatException e) {
            throw new LocalException("OPENCADRE_PORT_BASE must be a number, not \"" + base + "\".", e);
        }
    }

    private int run(String command, List<String> details, boolean fresh) {
        return switch (command) {
            case "up" -> up(fresh);
            case "prepare" -> prepare();
            case "stop" -> stop();
            case "status" -> status();
            case "report" -> report();
            case "advance" -> advance(details);
            case "story" -> story(details);
            case "figures" -> figures();
            case "check" -> check(details);
            default -> {
                out.println("Usage: ./run [up] [--fresh] | stop | status | report | advance 2027-09-01 | story [file]"
                        + " | figures"
                        + " | --check [seed]");
                yield 1;
            }
        };
    }

    /** Unpacks and builds the servers, so that starting them later is quick. */
    private int prepare() {
        Parts.ofThisCheckout().postgres();
        KeycloakServer.build(Parts.ofThisCheckout().keycloak());
        return 0;
    }

    private int up(boolean fresh) {
        Optional<RunLock> taken = RunLock.take(lockFile());
        if (taken.isEmpty()) {
            out.println("OpenCadre runs already" + holder() + ": see it with ./run status, end it with ./run stop.");
            return 1;
        }
        try (RunLock lock = taken.get()) {
            List<String> findings = Preflight.findings(home, ports, lock.isAfterCrash());
            if (!findings.isEmpty()) {
                findings.forEach(out::println);
                return 1;
            }
            if (fresh) {
                Trees.delete(data());
            }
            return serve(lock);
        }
    }

    private int serve(RunLock lock) {
        RealmStamp realm = new RealmStamp(data().resolve("realm.sha256"), Realm.ofTheDemo(root));
        Stack stack = Stack.of(StackSettings.kept(root, data(), home.resolve("logs"), ports), new Told());
        Thread hook = new Thread(() -> shutDown(stack, lock), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            stack.start();
        } catch (LocalException e) {
            if (stopping) {
                return awaitEnd();
            }
            Runtime.getRuntime().removeShutdownHook(hook);
            throw e;
        }
        partsFile.write(stack.parts());
        realm.check().ifPresent(out::println);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        // Before the report, so that whoever follows the address finds a house with people in it.
        new DemoProgram(root).load(stack.publicUrl(), new Told()::say);
        if (stopping) {
            return awaitEnd();
        }
        new Report(root, ports, ProcessHandle.current().pid()).print(out, stack.parts());
        out.printf("%nFrom built to usable: %d s. Logs: %s. Ctrl-C stops everything.%n", took.toSeconds(), logs());
        return awaitEnd();
    }

    /** Stays until a signal ends the JVM. */
    private static int awaitEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void shutDown(Stack stack, RunLock lock) {
        stopping = true;
        out.println("Stopping ...");
        stack.close();
        partsFile.delete();
        lock.close();
        out.println("Stopped.");
    }

    private int stop() {
        Optional<ProcessHandle> launcher = RunLock.holder(lockFile());
        if (launcher.isEmpty()) {
            out.println("OpenCadre does not run.");
            return 0;
        }
        ProcessHandle running = launcher.get();
        running.destroy();
        if (!Await.until(STOP_PATIENCE, () -> !running.isAlive())) {
            out.println("OpenCadre (process " + running.pid() + ") does not end: see " + logs() + ".");
            return 1;
        }
        out.println("OpenCadre has stopped.");
        return 0;
    }

    private int status() {
        return told(Report::printParts);
    }

    private int report() {
        return told(Report::print);
    }

    /** Moves the legal day forward in every service, as the demo's administrator. */
    private int advance(List<String> details) {
        if (details.size() != 1 || !details.getFirst().matches("\\d{4}-\\d{2}-\\d{2}")) {
            out.println("Say to which day: ./run advance 2027-09-01");
            return 1;
        }
        return playing(gateway -> new DemoProgram(root).advance(gateway, details.getFirst(), out::println));
    }

    /** Plays the main job on the running system: the story of the demo, or another that is told in a file. */
    private int story(List<String> details) {
        Path file = details.isEmpty()
                ? root.resolve("deploy/demo/data/story.json")
                : Path.of(details.getFirst()).toAbsolutePath();
        return playing(gateway -> new DemoProgram(root).story(gateway, file, out::println));
    }

    /** Holds the figures of the programme against the report of 2022. */
    private int figures() {
        return playing(gateway -> new DemoProgram(root).figures(gateway, out::println));
    }

    /** Everything once on a set of its own, beside one that may run: start, load, play, hold the figures, stop. */
    private int check(List<String> details) {
        long seed = details.isEmpty() ? ThreadLocalRandom.current().nextInt(1, 10_000) : seed(details.getFirst());
        Path folder = home.resolve("check");
        RunLock lock = RunLock.take(home.resolve("check.lock"))
                .orElseThrow(() -> new LocalException("A check runs already: wait for it, or end it with Ctrl-C."));
        Trees.delete(folder);
        Stack stack = Stack.of(StackSettings.disposable(root, folder), new Told());
        // However the check ends, its set is stopped.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stopping = true;
                            stack.close();
                            lock.close();
                        },
                        "stop"));
        stack.start();
        int exit = new DemoProgram(root).check(stack.publicUrl(), folder.resolve("city"), seed, out::println);
        out.printf(
                "Checked in %d s, seed %d. Logs: %s.%n",
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(), seed, folder.resolve("logs"));
        return exit;
    }

    private static long seed(String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException e) {
            throw new LocalException("A seed is a number, not \"" + typed + "\".", e);
        }
    }

    private int playing(ToIntFunction<String> program) {
        if (RunLock.holder(lockFile()).isEmpty()) {
            out.println("OpenCadre does not run: start it with ./run.");
            return 1;
        }
        return program.applyAsInt("http://localhost:" + ports.base());
    }

    private interface Telling {
        void tell(Report report, PrintStream out, List<Part> parts);
    }

    private int told(Telling telling) {
        Optional<ProcessHandle> launcher = RunLock.holder(lockFile());
        if (launcher.isEmpty()) {
            out.println("OpenCadre does not run.");
            return 1;
        }
        List<Part> parts = partsFile.read();
        if (parts.isEmpty()) {
            out.println("OpenCadre is still starting: its logs are in " + logs() + ".");
            return 1;
        }
        telling.tell(new Report(root, ports, launcher.get().pid()), out, parts);
        return 0;
    }

    private String holder() {
        return RunLock.holder(lockFile())
                .map(process -> " (process " + process.pid() + ")")
                .orElse("");
    }

    private Path lockFile() {
        return home.resolve("run.lock");
    }

    private Path data() {
        return home.resolve("data");
    }

    private Path logs() {
        return home.resolve("logs");
    }

    /** Prints what happens to the parts. */
    private final class Told implements Progress {

        @Override
        public void starting(String part) {
            say(elapsed() + "   " + part + " ...");
        }

        @Override
        public void ready(String part, Duration sinceStart) {
            say(elapsed() + "   " + part + " is ready");
        }

        @Override
        public void died(String part, Path log) {
            say(part + " has ended unexpectedly; the others go on. Its log: " + log);
        }

        private void say(String sentence) {
            if (!stopping) {
                out.println(sentence);
            }
        }

        private String elapsed() {
            return "%4d s".formatted(Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        }
    }
}
