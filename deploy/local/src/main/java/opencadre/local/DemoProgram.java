package opencadre.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The program of {@code deploy/demo}: fills an empty system through the gateway, and knows the accounts. It is run as a
 * process and nothing here depends on its classes, so a system without it starts just as well.
 */
record DemoProgram(Path root) {

    private static final String MAIN = "opencadre.demo.Demo";

    boolean isBuilt() {
        return Files.isDirectory(classes());
    }

    /** Loads what is not there yet; whether all of it was taken. */
    boolean load(String gateway, Consumer<String> onLine) {
        return run(List.of("load", gateway, root.toString()), onLine) == 0;
    }

    /** Who may log in with which password, and what they see. */
    List<String> accounts() {
        List<String> lines = new ArrayList<>();
        run(List.of("accounts", root.toString()), lines::add);
        return lines;
    }

    private int run(List<String> arguments, Consumer<String> onLine) {
        List<String> command = new ArrayList<>(List.of(
                Jdk.java(), "-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classpath(), MAIN));
        command.addAll(arguments);
        return Processes.tell(command, onLine);
    }

    /** It shares the JSON library of the launcher's own class path. */
    private String classpath() {
        return classes() + ":" + Parts.of(root).kafkaLib() + "/*";
    }

    private Path classes() {
        return root.resolve("deploy/demo/target/classes");
    }
}
