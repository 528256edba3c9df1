package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the kernel tells about processes under {@code /proc}. */
public final class ProcFs {

    private ProcFs() {}

    /** The command line with blanks between the arguments; empty when the process is gone. */
    static String commandLine(long pid) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ').strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Proportional memory of a process and all its descendants, in KiB; 0 for what cannot be read. */
    public static long memoryOfTreeKib(long pid) {
        Stream<ProcessHandle> descendants = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
        return memoryKib(pid) + descendants.mapToLong(p -> memoryKib(p.pid())).sum();
    }

    /**
     * Processor time that a process and its descendants have taken, user and system, in ticks of a hundredth second;
     * those that have ended count with whoever waited for them.
     */
    public static long ticksOfTree(long pid) {
        Stream<ProcessHandle> descendants = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
        return ticks(pid, true)
                + descendants.mapToLong(p -> ticks(p.pid(), true)).sum();
    }

    /** The same of a process alone. */
    public static long ticksOf(long pid) {
        return ticks(pid, false);
    }

    /** Processor time of everything on the machine, but for waiting, in ticks. */
    public static long ticksOfAll() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            String[] cells = lines.findFirst().orElseThrow().split("\\s+", -1);
            // user, nice, system; idle, iowait; irq, softirq, steal
            return Stream.of(1, 2, 3, 6, 7, 8)
                    .mapToLong(at -> Long.parseLong(cells[at]))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ticks(long pid, boolean withEnded) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // After the name in brackets, which may hold anything: utime, stime and those of children waited for.
            String[] cells = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Stream.of(11, 12, 13, 14)
                    .limit(withEnded ? 4 : 2)
                    .mapToLong(at -> Long.parseLong(cells[at]))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Memory that programs may still take, in KiB. */
    static long availableMemoryKib() {
        return number(Path.of("/proc/meminfo"), "MemAvailable:");
    }

    /** Who listens on a port, as {@code " by <program> (process <id>)"}; empty when it cannot be found out. */
    static String listener(int port) {
        Set<String> sockets = listeningSockets(port);
        return ProcessHandle.allProcesses()
                .filter(process -> holdsOne(process.pid(), sockets))
                .findFirst()
                .map(process -> " by " + program(process.pid()) + " (process " + process.pid() + ")")
                .orElse("");
    }

    private static Set<String> listeningSockets(int port) {
        String local = ":%04X".formatted(port);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::isReadable)
                .flatMap(table -> socketsOf(table, local))
                .collect(Collectors.toSet());
    }

    private static Stream<String> socketsOf(Path table, String local) {
        try {
            // Columns: number, local address, remote address, state (0A = listening), ..., inode as the tenth.
            return Files.readAllLines(table).stream()
                    .map(line -> line.strip().split("\\s+", -1))
                    .filter(cells -> cells.length > 9 && cells[1].endsWith(local) && cells[3].equals("0A"))
                    .map(cells -> "socket:[" + cells[9] + "]");
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean holdsOne(long pid, Set<String> sockets) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String program(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "comm"))
                    .strip();
        } catch (IOException e) {
            return "a program";
        }
    }

    /** Proportional memory of a process alone, in KiB; 0 when it cannot be read. */
    static long memoryKib(long pid) {
        return number(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss:");
    }

    private static long number(Path file, String label) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(label))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
