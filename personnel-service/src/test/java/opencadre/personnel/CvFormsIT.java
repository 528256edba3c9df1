package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import opencadre.kit.access.Access;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** The CVs of many people in one archive. */
class CvFormsIT extends PersonRequests {

    private static final String FORMS = "/api/personnel/people/cv-forms";

    private final UUID unit = UUID.randomUUID();

    private static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(byte[] word) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    @Test
    void eachHasAFileInTheOrderOfTheListAndIsNamedInTheAudit() throws IOException {
        establish(unit, COMMUNE, "Phòng Văn hóa");
        String number = "VH-" + UUID.randomUUID().toString().substring(0, 8) + "/2026";
        String an = register(CLERK, with(person("Mẫn Thị ẩn", unit), "fileNumber", number))
                .body()
                .path("id")
                .asString();
        String binh = registered(CLERK, "Mẫn Văn Bình", unit);

        Map<String, byte[]> files = files(as(CLERK).file(FORMS + "?form=TCTW98&unit=" + unit));

        assertThat(files.keySet())
                .containsExactly("001-" + number.replace('/', '-') + "-Mẫn-Thị-ẩn.docx", "002-Mẫn-Văn-Bình.docx");
        List<byte[]> forms = List.copyOf(files.values());
        assertThat(text(forms.getFirst())).contains("MẪN THỊ ẨN", "Mẫu 2C").doesNotContain("BÌNH", "{{");
        assertThat(text(forms.getLast())).contains("MẪN VĂN BÌNH", "bản riêng");
        assertThat(auditEntries(an)).contains("printCvs");
        assertThat(auditEntries(binh)).contains("printCvs");
    }

    @Test
    void aChoiceOfThemAsPdf() throws IOException {
        establish(unit, COMMUNE, "Phòng Y tế");
        String one = registered(CLERK, "Mẫn Văn Cả", unit);
        String two = registered(CLERK, "Mẫn Văn Bằng", unit);
        registered(CLERK, "Mẫn Văn Dư", unit);

        Map<String, byte[]> files = files(as(CLERK).file(FORMS + "?format=PDF&people=" + one + "," + two));

        assertThat(files.keySet()).containsExactly("001-Mẫn-Văn-Bằng.pdf", "002-Mẫn-Văn-Cả.pdf");
        try (PDDocument pdf = Loader.loadPDF(List.copyOf(files.values()).getFirst())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("MẪN VĂN BẰNG");
        }
    }

    @Test
    void thePortraitOfTheDossierIsInItsBoxAndWhoHasNoneKeepsTheBox() throws IOException {
        establish(unit, COMMUNE, "Phòng Nội vụ");
        String shown = registered(CLERK, "Mẫn Văn Ảnh", unit);
        registered(CLERK, "Mẫn Văn Không", unit);
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 900, BufferedImage.TYPE_INT_RGB), "png", picture);
        String portrait = PEOPLE + "/" + shown + "/documents?kind=ANH_CHAN_DUNG&title=Portrait&file=anh.";

        assertThat(as(CLERK)
                        .send(portrait + "pdf", "application/octet-stream", pdf())
                        .codes())
                .containsExactly("document-is-no-picture");
        assertThat(as(CLERK)
                        .send(portrait + "png", "application/octet-stream", picture.toByteArray())
                        .status())
                .isEqualTo(201);
        for (String form : List.of("TT06", "TCTW98")) {
            List<byte[]> forms = List.copyOf(files(as(CLERK).file(FORMS + "?form=" + form + "&unit=" + unit))
                    .values());
            assertThat(pictures(forms.getFirst())).isEqualTo(1);
            assertThat(text(forms.getFirst())).contains("MẪN VĂN ẢNH").doesNotContain("Ảnh màu", "{{");
            assertThat(pictures(forms.getLast())).isZero();
            assertThat(text(forms.getLast())).contains("Ảnh màu (4 x 6 cm)");
        }
    }

    private static int pictures(byte[] word) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            return document.getAllPictures().size();
        }
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument empty = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            empty.addPage(new PDPage());
            empty.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void theNeighboursAreAsNobodyAndWithoutAPurposeNothingLeaves() throws IOException {
        establish(unit, COMMUNE, "Phòng Tư pháp");
        String own = registered(OTHER_CLERK, "Mẫn Láng Giềng", NEIGHBOUR);
        String other = registered(CLERK, "Mẫn Văn Kín", unit);

        assertThat(files(as(OTHER_CLERK).file(FORMS + "?unit=" + unit))).isEmpty();
        assertThat(as(OTHER_CLERK).get(FORMS + "?people=" + own + "," + other).status())
                .isEqualTo(404);
        assertThat(auditEntries(own)).doesNotContain("printCvs");
        assertThat(as(CLERK)
                        .ask("GET", FORMS + "?people=" + other, null, Access.PURPOSE, "")
                        .status())
                .isEqualTo(400);
    }
}
