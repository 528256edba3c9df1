package opencadre.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What the user reads about a running set.
 *
 * @param launcher the process that holds it together
 */
record Report(Path root, Ports ports, long launcher) {

    /** Address, demo accounts with what each may see, processes and memory. */
    void print(PrintStream out, List<Part> parts) {
        out.printf("%nOpenCadre: http://localhost:%d%n%n", ports.base());
        new DemoProgram(root).accounts().forEach(out::println);
        out.println();
        printParts(out, parts);
    }

    /** Each process with its port, health and memory, and the sum. */
    void printParts(PrintStream out, List<Part> parts) {
        out.printf("%-18s %8s %6s %-10s %8s%n", "part", "process", "port", "health", "MiB");
        long own = ProcFs.memoryKib(launcher);
        long total = own;
        for (Part part : parts) {
            long memory = ProcFs.memoryOfTreeKib(part.pid());
            total += memory;
            out.printf("%-18s %8d %6d %-10s %8d%n", part.name(), part.pid(), part.port(), part.health(), memory / 1024);
        }
        out.printf("%-18s %8d %6s %-10s %8d%n", "launcher", launcher, "", "", own / 1024);
        out.printf("%-44s %8d%n", "memory of all parts (proportional set size)", total / 1024);
    }
}
