package opencadre.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A load of the demo that was killed while it registered people. */
record InterruptedLoad(List<String> lines) {

    /** The second clerk's people are being typed when this line of the first clerk appears. */
    private static final String LAST_LINE = "people of vanthu.songcong";

    static InterruptedLoad run(String gateway, Path root) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "opencadre.demo.Demo",
                "load",
                gateway,
                root.toString());
        List<String> lines = new ArrayList<>();
        try {
            Process process = builder.redirectErrorStream(true).start();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                String line = out.readLine();
                while (line != null && !line.contains(LAST_LINE)) {
                    lines.add(line);
                    line = out.readLine();
                }
                process.destroyForcibly();
            }
            process.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new InterruptedLoad(lines);
    }
}
