package opencadre.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The program of {@code deploy/demo}: fills an empty system through the gateway, and knows the accounts. It is run as a
 * process and nothing here depends on its classes, so a system without it starts just as well.
 */
record DemoProgram(Path root) {

    private static final String MAIN = "opencadre.demo.Demo";

    /** Loads what is not there yet, and says how it goes. */
    void load(String gateway, Consumer<String> say) {
        if (!isBuilt()) {
            return;
        }
        long begin = System.nanoTime();
        say.accept("       demo data ...");
        int exit = run(List.of("load", gateway, root.toString()), line -> say.accept("      " + line));
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        say.accept(
                exit == 0
                        ? "       demo data are there (" + seconds + " s)"
                        : "The demo data are not complete: the lines above say why. The rest runs; the next start"
                                + " tries again.");
    }

    /** Moves the legal day; the exit code is 0 when it is that day everywhere. */
    int advance(String gateway, String day, Consumer<String> say) {
        return run(List.of("advance", gateway, root.toString(), day), say);
    }

    /** Plays a story of the main job; the exit code is 0 when everything came out as it must. */
    int story(String gateway, Path file, Consumer<String> say) {
        return run(List.of("story", gateway, root.toString(), file.toString()), say);
    }

    /** Holds the figures against those of the report; the exit code is 0 when all are right. */
    int figures(String gateway, Consumer<String> say) {
        return run(List.of("figures", gateway, root.toString()), say);
    }

    /** Loads, plays and checks everything; the exit code is 0 when all is right. */
    int check(String gateway, Path city, long seed, Consumer<String> say) {
        return run(List.of("check", gateway, root.toString(), city.toString(), Long.toString(seed)), say);
    }

    /** Who may log in with which password, and what they see. */
    List<String> accounts() {
        List<String> lines = new ArrayList<>();
        if (!isBuilt()) {
            return lines;
        }
        run(List.of("accounts", root.toString()), lines::add);
        return lines;
    }

    private boolean isBuilt() {
        return Files.isDirectory(classes());
    }

    private int run(List<String> arguments, Consumer<String> onLine) {
        List<String> command = new ArrayList<>(List.of(
                Jdk.java(), "-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classpath(), MAIN));
        command.addAll(arguments);
        return Processes.tell(command, onLine);
    }

    /** It shares the JSON library of the launcher's own class path. */
    private String classpath() {
        return classes() + ":" + root.resolve("deploy/demo/target/lib") + "/*:"
                + Parts.of(root).kafkaLib() + "/*";
    }

    private Path classes() {
        return root.resolve("deploy/demo/target/classes");
    }
}
