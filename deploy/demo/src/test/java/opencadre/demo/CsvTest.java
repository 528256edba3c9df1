package opencadre.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void readsCellsWithCommasAndQuotes() {
        assertThat(Csv.cells("a,\"Phòng Kinh tế, Hạ tầng\",,\"nói \"\"có\"\"\""))
                .containsExactly("a", "Phòng Kinh tế, Hạ tầng", "", "nói \"có\"");
    }

    @Test
    void namesLinesAsAnEditorCountsThem() {
        List<Row> rows = Csv.rows("x.csv", List.of("key", "one", "", "three"));
        assertThat(rows).extracting(Row::line).containsExactly(2, 4);
    }

    @Test
    void refusesARowAndReadsTheOthers() throws IOException {
        Path file = Files.writeString(folder.resolve("days.csv"), "key,day\nA,2025-02-30\nB,2025-02-28\nC,\n");
        List<Refusal> refusals = new ArrayList<>();

        assertThat(Csv.read(file, row -> row.day("day").toString(), refusals)).containsExactly("2025-02-28");
        assertThat(refusals)
                .containsExactly(
                        new Refusal("days.csv", 2, "day", "is no day like 2025-07-01: 2025-02-30"),
                        new Refusal("days.csv", 4, "day", "is empty"));
    }

    @Test
    void refusesDecomposedLetters() throws IOException {
        Path file = Files.writeString(folder.resolve("names.csv"), "name\nNguye\u0302\u0303n\n");
        List<Refusal> refusals = new ArrayList<>();

        assertThat(Csv.read(file, row -> row.text("name"), refusals)).isEmpty();
        assertThat(refusals).singleElement().extracting(Refusal::reason).isEqualTo("has decomposed letters (not NFC)");
    }

    @Test
    void namesTheColumnThatAShortLineLacks() throws IOException {
        Path file = Files.writeString(folder.resolve("short.csv"), "key,name\nA\n");
        List<Refusal> refusals = new ArrayList<>();

        assertThat(Csv.read(file, row -> row.text("name"), refusals)).isEmpty();
        assertThat(refusals).containsExactly(new Refusal("short.csv", 2, "name", "there is no such column"));
    }
}
