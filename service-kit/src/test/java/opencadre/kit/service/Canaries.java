package opencadre.kit.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * A word that stands nowhere else, put into every text of every fenced row that was written since a mark: in columns
 * that the database names itself, so that one added tomorrow is among them. Whoever does not reach these rows must
 * never read it.
 */
public final class Canaries {

    private final String url;
    private final String word = "cnr" + UUID.randomUUID().toString().replace("-", "");
    private final Set<String> planted = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();
    private long mark;
    private Instant since = Instant.MAX;

    public Canaries(String url) {
        this.url = url;
    }

    /** What is written from now on is where the word will stand; from now on the service logs as it does in a house. */
    public void mark() {
        LoggingSystem logging = LoggingSystem.get(Canaries.class.getClassLoader());
        for (String logger : List.of("ROOT", "opencadre", "opencadre.kit.web.Problems")) {
            logging.setLogLevel(logger, LogLevel.INFO);
        }
        since = Instant.now();
        mark = Long.parseLong(
                Servers.asSuperuser(url, "SELECT pg_current_xact_id()::text").getFirst());
    }

    public String word() {
        return word;
    }

    /** Columns in which it stands, as {@code person.full_name}. */
    public Set<String> planted() {
        return planted;
    }

    /** Columns of which the database lets no such word in, as one that a check holds to a few codes. */
    public Set<String> refused() {
        return refused;
    }

    /**
     * Puts the word there. What waits to be told to others is left alone, and the audit: a row of it may be of people
     * out of reach and of others at once, and is told of those.
     */
    public void plant() {
        for (String column : Servers.asSuperuser(url, """
            SELECT c.table_name || ' ' || c.column_name || ' ' || c.udt_name
              FROM information_schema.columns c JOIN pg_class t ON t.oid = format('public.%I', c.table_name)::regclass
             WHERE c.table_schema = 'public' AND t.relkind IN ('r', 'p') AND t.relforcerowsecurity
               AND c.is_generated = 'NEVER' AND c.udt_name IN ('text', 'varchar', 'bpchar', '_text', 'json', 'jsonb')
               AND c.table_name NOT IN ('outbox', 'audit')
             ORDER BY c.table_name, c.ordinal_position
            """)) {
            String[] words = column.split(" ", -1);
            plant(words[0], words[1], words[2]);
        }
    }

    private void plant(String table, String column, String type) {
        String text = "'" + word + "' || md5(ctid::text)";
        String value = switch (type) {
            case "_text" -> "ARRAY[" + text + "]";
            case "json", "jsonb" ->
                "CASE jsonb_typeof(\"" + column + "\"::jsonb) WHEN 'object' THEN jsonb_build_object('word', " + text
                        + ") ELSE to_jsonb(" + text + ") END";
            default -> text;
        };
        String rows = " WHERE \"" + column + "\" IS NOT NULL AND xmin::text::bigint > " + mark;
        boolean stands = !Servers.asSuperuser(url, "SELECT 1 FROM " + table + rows + " LIMIT 1")
                .isEmpty();
        if (!stands) {
            return;
        }
        try {
            Servers.asSuperuser(
                    url,
                    "SET session_replication_role = replica; UPDATE " + table + " SET " + column + " = " + value
                            + rows);
            planted.add(table + "." + column);
        } catch (IllegalStateException e) {
            refused.add(table + "." + column);
        }
    }

    /** Whether it stands in an answer or in a file, whatever the file is packed in. */
    public boolean isIn(byte[] content) {
        return texts(content).values().stream().anyMatch(text -> text.contains(word));
    }

    /** Files that this process may have left, written since the mark, in which it stands. */
    public List<Path> files() {
        return filesWith(word, since, List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("")));
    }

    /**
     * What cannot be read, as a file of somebody else or one that is gone meanwhile, is none that this process left.
     */
    static List<Path> filesWith(String word, Instant since, List<Path> folders) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try {
                Files.walkFileTree(folder.toAbsolutePath(), new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path within, BasicFileAttributes of) {
                        // The servers of the build: in their database it was planted.
                        return within.endsWith(".opencadre") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes of) throws IOException {
                        if (of.isRegularFile()
                                && !of.lastModifiedTime().toInstant().isBefore(since)
                                && Files.isReadable(file)
                                && stands(word, file)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static boolean stands(String word, Path file) throws IOException {
        try {
            byte[] content = Files.readAllBytes(file);
            return new String(content, StandardCharsets.UTF_8).contains(word)
                    || texts(content).values().stream().anyMatch(text -> text.contains(word));
        } catch (NoSuchFileException | UncheckedIOException goneOrNoWholePackage) {
            return false;
        }
    }

    /** An answer as text; of a package each of its parts. */
    public static Map<String, String> texts(byte[] content) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (content.length > 2 && content[0] == 'P' && content[1] == 'K') {
            // Not as a stream: workbooks are written without the sizes of their parts.
            try (ZipFile parts = ZipFile.builder().setByteArray(content).get()) {
                for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                    texts(parts.getInputStream(part).readAllBytes())
                            .forEach((within, text) -> texts.put(part.getName() + " " + within, text));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            texts.put("", new String(content, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
