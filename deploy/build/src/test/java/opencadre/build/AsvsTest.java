package opencadre.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The table {@code docs/asvs.csv}, {@code id,level,what,state,evidence} without commas inside a cell, held against the
 * repository: what it names is there, and what {@code docs/security.md} says of it adds up.
 */
class AsvsTest {

    private static final Path ROOT = Path.of(System.getProperty("opencadre.root", "../.."));
    private static final Set<String> NOT_OURS = Set.of(".git", ".opencadre", "target", "node_modules", "dist");
    private static final List<String> STATES = List.of("test", "by design", "does not apply", "OPEN");

    /** Of ASVS 5.0.0, first and second level. */
    private static final Map<String, Long> REQUIREMENTS = Map.of("1", 70L, "2", 183L);

    private static Set<String> files;

    /** One requirement and what meets it. */
    private record Row(String id, String level, String state, String evidence) {

        static Row of(String line) {
            String[] cells = line.split(",", -1);
            return cells.length == 5
                    ? new Row(cells[0], cells[1], cells[3], cells[4])
                    : new Row(line, "", "", "a line without five cells");
        }

        String chapter() {
            return id.substring(0, id.indexOf('.'));
        }

        List<String> words() {
            return List.of(evidence.split("[\\s();:]+", -1));
        }
    }

    @BeforeAll
    static void listTheRepository() throws IOException {
        files = new HashSet<>();
        Path root = ROOT.toRealPath();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                return NOT_OURS.contains(String.valueOf(dir.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add("/" + root.relativize(file).toString().replace('\\', '/'));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void everyRowNamesWhatThereIs() throws IOException {
        assertThat(findings(rows())).isEmpty();
    }

    @Test
    void everyRequirementOfTheFirstTwoLevelsHasItsRow() throws IOException {
        REQUIREMENTS.forEach((level, count) -> assertThat(
                        rows().stream().filter(row -> row.level().equals(level)).count())
                .as("level " + level)
                .isEqualTo(count));
        assertThat(rows()).hasSize(253);
    }

    @Test
    void whatIsWrongIsSeen() {
        assertThat(findings(List.of(
                        Row.of("V1.1.1,1,What,test,EdgeIT"),
                        Row.of("V1.1.1,1,What,test,EdgeIT"),
                        Row.of("V1.1.2,1,What,test,NobodyWroteThisIT"),
                        Row.of("V1.1.3,1,What,test,pom.xml"),
                        Row.of("V1.1.4,1,What,by design,docs/nothing.md"),
                        Row.of("V1.1.5,1,What,by design,because"),
                        Row.of("V1.1.6,1,What,done,EdgeIT"),
                        Row.of("V1.1.7,1,What,OPEN,"),
                        Row.of("V1.1.8,3,What,OPEN,not tried"),
                        Row.of("V1.1.9,1,What, then,OPEN,not tried"))))
                .containsExactly(
                        "V1.1.1 is there twice",
                        "V1.1.2 names NobodyWroteThisIT, which is no test here",
                        "V1.1.3 names no test",
                        "V1.1.4 names docs/nothing.md, which is no file here",
                        "V1.1.5 names no file",
                        "V1.1.6 has the unknown state done",
                        "V1.1.7 says nothing",
                        "V1.1.8 has the unknown level 3",
                        "V1.1.9,1,What, then,OPEN,not tried has not five cells");
    }

    @Test
    void theSummaryAddsUpAndNamesWhatIsOpen() throws IOException {
        String security = Files.readString(ROOT.resolve("docs/security.md"));
        Map<String, List<Row>> chapters = new LinkedHashMap<>();
        rows().forEach(row -> chapters.computeIfAbsent(row.chapter(), chapter -> new ArrayList<>())
                .add(row));

        chapters.forEach((chapter, rows) -> assertThat(security.lines())
                .as("counts of %s: %s", chapter, counts(rows))
                .anyMatch(line -> line.startsWith("| " + chapter + " ") && line.endsWith(counts(rows))));
        assertThat(security).contains("| all |" + counts(rows()).substring(1));
        assertThat(matches("V\\d+\\.\\d+\\.\\d+", security))
                .containsAll(rows().stream()
                        .filter(row -> row.state().equals("OPEN"))
                        .map(Row::id)
                        .toList());
    }

    @Test
    void theThreatModelNamesTestsThatThereAre() throws IOException {
        Set<String> named = matches("\\b[A-Z]\\w*(Test|IT)\\b", Files.readString(ROOT.resolve("docs/security.md")));

        assertThat(named).hasSizeGreaterThan(20).allMatch(AsvsTest::isTest);
    }

    private static Set<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static boolean isTest(String name) {
        return files.stream().anyMatch(file -> file.matches(".*/src/test/java/.*/" + name + "\\.java"));
    }

    private static String counts(List<Row> rows) {
        StringBuilder counts = new StringBuilder("|");
        for (String state : STATES) {
            counts.append(' ')
                    .append(rows.stream()
                            .filter(row -> row.state().equals(state))
                            .count())
                    .append(" |");
        }
        return counts.toString();
    }

    private static List<Row> rows() {
        try {
            List<String> lines = Files.readAllLines(ROOT.resolve("docs/asvs.csv"));
            assertThat(lines.getFirst()).isEqualTo("id,level,what,state,evidence");
            return lines.stream().skip(1).map(Row::of).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> findings(List<Row> rows) {
        List<String> findings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Row row : rows) {
            if (row.level().isEmpty()) {
                findings.add(row.id() + " has not five cells");
                continue;
            }
            if (!ids.add(row.id())) {
                findings.add(row.id() + " is there twice");
            }
            if (!REQUIREMENTS.containsKey(row.level())) {
                findings.add(row.id() + " has the unknown level " + row.level());
            }
            List<String> tests = row.words().stream()
                    .filter(word -> word.matches("[A-Z]\\w*(Test|IT)"))
                    .toList();
            List<String> named = row.words().stream()
                    .filter(word -> word.contains("/") || word.matches("\\w[\\w-]*\\.[a-z]+"))
                    .toList();
            tests.stream()
                    .filter(test -> !isTest(test))
                    .forEach(test -> findings.add(row.id() + " names " + test + ", which is no test here"));
            named.stream()
                    .filter(name -> files.stream().noneMatch(file -> file.endsWith("/" + name)))
                    .forEach(name -> findings.add(row.id() + " names " + name + ", which is no file here"));
            switch (row.state()) {
                case "test" -> {
                    if (tests.isEmpty()) {
                        findings.add(row.id() + " names no test");
                    }
                }
                case "by design" -> {
                    if (named.isEmpty()) {
                        findings.add(row.id() + " names no file");
                    }
                }
                case "does not apply", "OPEN" -> {
                    if (row.evidence().isBlank()) {
                        findings.add(row.id() + " says nothing");
                    }
                }
                default -> findings.add(row.id() + " has the unknown state " + row.state());
            }
        }
        return findings;
    }
}
