package opencadre.kit.word;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * LibreOffice by its command, once for each conversion and one at a time. Nothing stays that could keep what one file
 * said until the next, and nothing listens that somebody else on the machine could talk to. Its profile is ours: no
 * macro runs, nothing that a file only refers to is fetched.
 *
 * <p>Its files lie in a folder that this account alone reads, for as long as it takes.
 */
public final class Soffice implements Pdf, AutoCloseable {

    /** The value of the setting that looks for it. */
    public static final String FOUND = "auto";

    /** Two seconds are usual; a machine that has much to do may take many times as long. */
    private static final Limits LIMITS =
            new Limits(8, Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(5));

    private static final Logger LOG = LoggerFactory.getLogger(Soffice.class);

    private static final List<Path> USUAL =
            List.of(Path.of("/usr/lib/libreoffice/program/soffice"), Path.of("/opt/libreoffice/program/soffice"));

    /**
     * What this LibreOffice may not do. A proxy where nobody answers stands for "no network"; links of a document are
     * not followed in the first place.
     */
    private static final String PROFILE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
        </oor:items>
        """;

    private final Path command;
    private final Limits limits;
    private final Path home;
    private final Semaphore turn = new Semaphore(1, true);
    private final AtomicReference<@Nullable Process> running = new AtomicReference<>();

    /**
     * How much is asked of it.
     *
     * @param mostWaiting so many wait; the next is told to come later
     * @param longestWait for its turn
     * @param toStart how long the program takes at most before the first file
     * @param ofEach how long it takes at most for a file
     */
    record Limits(int mostWaiting, Duration longestWait, Duration toStart, Duration ofEach) {}

    Soffice(Path command, Limits limits) {
        this.command = command;
        this.limits = limits;
        try {
            home = Files.createTempDirectory("opencadre-office");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * As the setting says.
     *
     * @param setting a path of {@code soffice}; {@link #FOUND} for the one on the PATH or in the usual place, if any;
     *     empty for none
     */
    public static Pdf as(String setting) {
        if (setting.isBlank()) {
            return NONE;
        }
        if (!setting.equals(FOUND)) {
            Path named = Path.of(setting);
            if (!Files.isExecutable(named)) {
                throw new IllegalStateException("opencadre.office: there is no program at " + named);
            }
            return new Soffice(named, LIMITS);
        }
        Stream<Path> onPath = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "soffice"));
        return Stream.concat(onPath, USUAL.stream())
                .filter(Files::isExecutable)
                .findFirst()
                .<Pdf>map(found -> new Soffice(found, LIMITS))
                .orElse(NONE);
    }

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public Outcome of(List<byte[]> words) {
        if (words.isEmpty()) {
            return new Made(List.of());
        }
        if (turn.getQueueLength() >= limits.mostWaiting()) {
            return new Busy();
        }
        try {
            if (!turn.tryAcquire(limits.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Busy();
            }
            try {
                return made(words);
            } finally {
                turn.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Busy();
        }
    }

    private Outcome made(List<byte[]> words) throws InterruptedException {
        try {
            Path work = Files.createTempDirectory(home, "work");
            try {
                List<String> line = new ArrayList<>(List.of(
                        command.toString(),
                        "-env:UserInstallation=" + profile().toUri(),
                        "--headless",
                        "--norestore",
                        "--nolockcheck",
                        "--convert-to",
                        "pdf:writer_pdf_Export",
                        "--outdir",
                        work.toString()));
                for (int at = 0; at < words.size(); at++) {
                    Path word = work.resolve(at + ".docx");
                    Files.write(word, words.get(at));
                    line.add(word.toString());
                }
                if (!ran(line, work, limits.toStart().plus(limits.ofEach().multipliedBy(words.size())))) {
                    return new Failed();
                }
                List<byte[]> pdfs = new ArrayList<>();
                for (int at = 0; at < words.size(); at++) {
                    Path pdf = work.resolve(at + ".pdf");
                    if (!Files.exists(pdf)) {
                        LOG.warn("LibreOffice made no PDF of a file");
                        return new Failed();
                    }
                    pdfs.add(Files.readAllBytes(pdf));
                }
                return new Made(pdfs);
            } finally {
                FileSystemUtils.deleteRecursively(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it ended by itself and in time. */
    private boolean ran(List<String> line, Path work, Duration longest) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        // Passwords of the service stand in its environment; no other program needs to know them.
        environment.keySet().retainAll(List.of("PATH"));
        environment.putAll(Map.of("HOME", home.toString(), "TMPDIR", work.toString(), "LANG", "C.UTF-8"));
        Process process = builder.start();
        running.set(process);
        try {
            if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            LOG.warn("LibreOffice was not ready after {} s and was ended", longest.toSeconds());
            return false;
        } finally {
            end(process);
            running.set(null);
        }
    }

    /** Ours, written anew each time: whatever a run left in it does not count for the next. */
    private Path profile() throws IOException {
        Path profile = home.resolve("profile");
        Path user = Files.createDirectories(profile.resolve("user"));
        Files.writeString(user.resolve("registrymodifications.xcu"), PROFILE, StandardCharsets.UTF_8);
        return profile;
    }

    /** The command is a script; what it began ends with it. */
    private static void end(Process process) {
        List<ProcessHandle> begun = process.descendants().toList();
        process.destroyForcibly();
        begun.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws IOException {
        Process process = running.get();
        if (process != null) {
            end(process);
        }
        FileSystemUtils.deleteRecursively(home);
    }
}
