package opencadre.personnel.document.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import opencadre.kit.rule.Finding;
import opencadre.personnel.document.Inspection.Report;
import opencadre.personnel.document.SamplePapers;
import opencadre.personnel.document.rule.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file is, is told by what is in it. */
class FileInspectionTest {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final FileInspection INSPECTION = new FileInspection();

    static Stream<Arguments> sound() {
        return Stream.of(
                arguments("a.pdf", SamplePapers.pdf("a"), FileKind.PDF),
                arguments("Quyết định.PDF", SamplePapers.pdf("b"), FileKind.PDF),
                arguments("a.jpeg", SamplePapers.picture("jpg", 9), FileKind.JPEG),
                arguments("a.png", SamplePapers.picture("png", 9), FileKind.PNG),
                arguments("a.tif", SamplePapers.picture("tiff", 9), FileKind.TIFF),
                arguments("a.docx", SamplePapers.docx("Quyết định"), FileKind.DOCX),
                arguments("a.xlsx", SamplePapers.xlsx("Nguyễn Thị Mật"), FileKind.XLSX));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void takesWhatIsSound(String file, byte[] content, FileKind kind) {
        Report report = INSPECTION.inspect(file, content);

        assertThat(report.findings()).isEmpty();
        assertThat(report.kind()).isEqualTo(kind);
    }

    static Stream<Arguments> refused() {
        byte[] pdf = SamplePapers.pdf("c");
        byte[] png = SamplePapers.picture("png", 9);
        byte[] docx = SamplePapers.docx("x");
        return Stream.of(
                arguments("nothing", "a.pdf", new byte[0], "document-empty"),
                arguments("text", "a.pdf", text("Quyết định"), "document-type"),
                arguments("a page", "a.pdf", text("<!DOCTYPE html><html><script>1</script></html>"), "document-type"),
                arguments("a program", "a.pdf", text("MZ\0\0\0\0\0\0"), "document-type"),
                arguments("an archive", "a.docx", SamplePapers.office("text/plain", Map.of()), "document-type"),
                arguments("a picture named as a PDF", "a.pdf", png, "document-name-differs"),
                arguments("a PDF without an ending", "quyet-dinh", pdf, "document-name-differs"),
                arguments("a PDF with a script", "a.pdf", SamplePapers.pdfWithScript(), "document-active"),
                arguments(
                        "a PDF that starts a program",
                        "a.pdf",
                        SamplePapers.pdfThatStartsAProgram(),
                        "document-active"),
                arguments("a PDF with a file", "a.pdf", SamplePapers.pdfWithAFile(), "document-active"),
                arguments("a locked PDF", "a.pdf", SamplePapers.lockedPdf(), "document-encrypted"),
                arguments("the beginning of a PDF", "a.pdf", text("%PDF-1.7\n%%EOF"), "document-damaged"),
                arguments("half a picture", "a.png", Arrays.copyOf(png, png.length / 2), "document-mixed"),
                arguments("the head of a picture", "a.jpg", bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 1), "document-damaged"),
                arguments("a picture with an archive", "a.png", SamplePapers.joined(png, docx), "document-mixed"),
                arguments(
                        "a photo with an archive",
                        "a.jpg",
                        SamplePapers.joined(SamplePapers.picture("jpg", 9), docx),
                        "document-mixed"),
                arguments("a PDF with an archive", "a.pdf", SamplePapers.joined(pdf, docx), "document-mixed"),
                arguments(
                        "macros by type",
                        "a.docx",
                        SamplePapers.office("application/vnd.ms-word.document.macroEnabled.main+xml", Map.of()),
                        "document-macros"),
                arguments(
                        "macros by part",
                        "a.docx",
                        SamplePapers.office(WORD, Map.of("word/vbaProject.bin", "x")),
                        "document-macros"),
                arguments(
                        "an object in it",
                        "a.docx",
                        SamplePapers.office(WORD, Map.of("word/embeddings/oleObject1.bin", "x")),
                        "document-active"),
                arguments(
                        "a template from elsewhere",
                        "a.docx",
                        SamplePapers.office(
                                WORD,
                                Map.of(
                                        "word/_rels/settings.xml.rels",
                                        "<Relationships><Relationship Type='x/attachedTemplate' Target='http://x'"
                                                + " TargetMode='External'/></Relationships>")),
                        "document-active"),
                arguments("a mark in a paragraph", "a.docx", SamplePapers.docx("TỐI MẬT"), "secrecy-mark"),
                arguments("a mark in a cell", "a.xlsx", SamplePapers.xlsx("Mật"), "secrecy-mark"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWhatIsNot(String what, String file, byte[] content, String code) {
        Report report = INSPECTION.inspect(file, content);

        assertThat(report.findings()).extracting(Finding::code).containsExactly(code);
    }

    @Test
    void whatIsNoFileAtAllEndsInAFindingAndInNothingElse() {
        byte[] pdf = SamplePapers.pdf("d");
        byte[] docx = SamplePapers.docx("d");
        for (int at = 0; at < 400; at++) {
            for (byte[] whole : new byte[][] {pdf, docx}) {
                byte[] spoilt = whole.clone();
                spoilt[(at * 7919) % whole.length] ^= 0x5A;
                assertThat(INSPECTION.inspect("a.pdf", spoilt).findings()).hasSizeLessThan(3);
            }
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int at = 0; at < values.length; at++) {
            bytes[at] = (byte) values[at];
        }
        return bytes;
    }
}
