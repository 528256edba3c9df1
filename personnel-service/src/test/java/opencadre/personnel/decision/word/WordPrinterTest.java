package opencadre.personnel.decision.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import opencadre.kit.word.TemplateSource;
import opencadre.personnel.decision.DecisionPrinter;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordPrinterTest {

    private static final DecisionPrinter.Text TEXT = new DecisionPrinter.Text(
            "THỦ TRƯỞNG CƠ QUAN",
            "Sở Nội vụ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            null,
            "Số: 12/QĐ-SNV",
            "ngày 28 tháng 12 năm 2026",
            "về việc bổ nhiệm",
            List.of("Căn cứ một;", "Căn cứ hai;"),
            List.of("Điều 1. Một.", "Điều 2. Hai."),
            List.of("Như Điều 3;"),
            "THỦ TRƯỞNG");

    @TempDir
    private Path directory;

    @Test
    void everyLineStandsInTheTemplateOfTheService() throws IOException {
        String text = text(new WordPrinter(TemplateSource.NONE, "").print(TEXT));

        assertThat(text)
                .contains("Sở Nội vụ", "Độc lập - Tự do - Hạnh phúc", "ngày 28 tháng 12 năm 2026", "Như Điều 3;")
                .containsSubsequence("Căn cứ một;", "Căn cứ hai;", "QUYẾT ĐỊNH:", "Điều 1. Một.", "Điều 2. Hai.")
                .doesNotContain("{{", "DỰ THẢO");
    }

    @Test
    void aHouseHasATemplateOfItsOwn() throws IOException {
        try (XWPFDocument own = new XWPFDocument();
                OutputStream file = Files.newOutputStream(directory.resolve("decision.docx"))) {
            own.createParagraph().createRun().setText("Mẫu của tỉnh, {{number}}");
            own.write(file);
        }

        assertThat(text(new WordPrinter(TemplateSource.NONE, directory.toString()).print(TEXT))
                        .strip())
                .isEqualTo("Mẫu của tỉnh, Số: 12/QĐ-SNV");
    }

    private static String text(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }
}
