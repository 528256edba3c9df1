package opencadre.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The programs Maven has fetched into {@code deploy/local/target/parts}, unpacked at first use.
 *
 * <p>Errors: {@link LocalException} when the build has not run yet.
 */
final class Parts {

    private final Path folder;

    private Parts(Path folder) {
        this.folder = folder;
    }

    static Parts of(Path root) {
        return new Parts(root.resolve("deploy/local/target/parts"));
    }

    /** The parts of the checkout named by the system property {@code opencadre.root}. */
    static Parts ofThisCheckout() {
        return of(root());
    }

    static Path root() {
        String root = System.getProperty("opencadre.root");
        if (root == null) {
            throw new LocalException("The system property opencadre.root must name the folder of the checkout.");
        }
        return Path.of(root).toAbsolutePath().normalize();
    }

    /** The folder with {@code bin/postgres}. */
    Path postgres() {
        return unpacked("postgres", Parts::unpackPostgres);
    }

    /** The folder with {@code lib/quarkus-run.jar}. */
    Path keycloak() {
        return unpacked("keycloak", Parts::unpackKeycloak);
    }

    /** The folder of the broker's jars. */
    Path kafkaLib() {
        return newest(folder, "kafka-");
    }

    private interface Unpacker {
        void unpack(Path archive, Path target) throws IOException;
    }

    private Path unpacked(String name, Unpacker unpacker) {
        Path archive = archive(name);
        String fileName = archive.getFileName().toString();
        Path target = folder.resolve(fileName.substring(0, fileName.lastIndexOf('.')));
        if (Files.isDirectory(target)) {
            return target;
        }
        return FileLocks.holding(folder.resolve(name + ".lock"), () -> {
            if (!Files.isDirectory(target)) {
                Path half = folder.resolve(name + ".half");
                Trees.delete(half);
                Files.createDirectories(half);
                unpacker.unpack(archive, half);
                Files.move(half, target);
            }
            return target;
        });
    }

    private Path archive(String name) {
        return newest(folder.resolve("archives"), name + "-");
    }

    private static Path newest(Path folder, String prefix) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .max(Comparator.comparing(Path::getFileName))
                    .orElseThrow(() -> missing(folder.resolve(prefix + "*")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalException missing(Path path) {
        return new LocalException(path + " is not there: run `mvn -pl deploy/local -am package` first.");
    }

    private static void unpackPostgres(Path jar, Path target) throws IOException {
        Path tarball = target.resolve("postgres.txz");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(e -> e.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new LocalException(jar + " holds no .txz"));
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, tarball);
            }
        }
        Path log = target.resolve("unpack.log");
        List<String> tar = List.of("tar", "-xJf", tarball.toString(), "-C", target.toString(), "--no-same-owner");
        if (!Processes.run(Processes.Spec.of("tar", tar, Map.of(), log))) {
            throw new LocalException("Cannot unpack PostgreSQL (are tar and xz installed?): " + Files.readString(log));
        }
        Files.delete(tarball);
    }

    private static void unpackKeycloak(Path archive, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map(e -> e)::iterator) {
                // The one top folder, keycloak-<version>/, is left out.
                Path inside = target.resolve(entry.getName().replaceFirst("^[^/]*/", ""));
                if (!inside.normalize().startsWith(target)) {
                    throw new LocalException(archive + " has an entry outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(inside);
                } else {
                    Files.createDirectories(inside.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, inside);
                    }
                }
            }
        }
    }
}
