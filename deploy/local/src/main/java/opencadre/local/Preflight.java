package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What must hold before anything starts; each finding is one sentence with what to do. */
final class Preflight {

    private static final long GIB = 1L << 30;
    private static final long NEEDED = 3 * GIB;
    private static final Duration LEFTOVERS = Duration.ofSeconds(15);
    private static final Map<String, String> TOOLS = Map.of(
            "setpriv", "util-linux",
            "setsid", "util-linux",
            "unshare", "util-linux",
            "tar", "tar",
            "xz", "xz-utils");

    private Preflight() {}

    /** All findings; empty when the set can start. */
    static List<String> findings(Path home, Ports ports, boolean afterCrash) {
        List<String> findings = new ArrayList<>();
        tools(findings);
        disk(findings, home);
        memory(findings);
        if (afterCrash) {
            // The parts of a killed launcher need a moment to end.
            Await.until(LEFTOVERS, () -> ports.all().keySet().stream().allMatch(FreePorts::isFree));
        }
        ports.all().forEach((port, part) -> {
            if (!FreePorts.isFree(port)) {
                findings.add("Port " + port + " (" + part + ") is taken" + ProcFs.listener(port)
                        + ": stop that program, or choose other ports with OPENCADRE_PORT_BASE=<port of the gateway>.");
            }
        });
        return findings;
    }

    private static void tools(List<String> findings) {
        TOOLS.forEach((tool, debianPackage) -> {
            if (!isOnPath(tool)) {
                findings.add("The program " + tool + " is missing: install the package " + debianPackage + ".");
            }
        });
    }

    private static void disk(List<String> findings, Path home) {
        try {
            Files.createDirectories(home);
            long free = Files.getFileStore(home).getUsableSpace();
            if (free < NEEDED) {
                findings.add("Only " + megabytes(free) + " MiB are free on the disk of " + home
                        + ", 3072 are needed: free some space.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void memory(List<String> findings) {
        long available = ProcFs.availableMemoryKib() * 1024;
        if (available < NEEDED) {
            findings.add("Only " + megabytes(available)
                    + " MiB of memory are available, 3072 are needed: close other programs.");
        }
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    private static boolean isOnPath(String tool) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(":", -1)).anyMatch(dir -> Files.isExecutable(Path.of(dir, tool)));
    }
}
