package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import opencadre.kit.access.Access;
import opencadre.kit.service.Caller;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;

/** The list of officials, one line each, as a Word file. */
class ExtractListIT extends PersonRequests {

    private static final String LIST = "/api/personnel/people/extract-list";

    private final UUID unit = UUID.randomUUID();

    private static List<List<String>> lines(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            XWPFTable table = document.getTables().getFirst();
            return table.getRows().stream()
                    .skip(2)
                    .map(row -> row.getTableCells().stream()
                            .map(XWPFTableCell::getText)
                            .toList())
                    .toList();
        }
    }

    private void entry(String person, String list, long revision, String kind, Map<String, String> values) {
        Caller.Answer answer = as(CLERK)
                .ask(
                        "POST",
                        PEOPLE + "/" + person + "/" + list,
                        Map.of("kind", kind, "values", values),
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    @Test
    void everyoneHasALineWithBirthsInTwoColumns() throws IOException {
        establish(unit, COMMUNE, "Ban Xây dựng Đảng");
        String person = registered(CLERK, "Ninh Văn Ngang", unit);
        register(CLERK, with(with(person("Ninh Thị Ngang", unit), "sex", "FEMALE"), "birth", "1990-05"));
        entry(person, "sensitive-cv", 0, "ETHNICITY", Map.of("ethnicity", "02"));
        entry(person, "cv", 1, "NATIVE_PLACE", Map.of("commune", "Vinh Sơn", "province", "Thái Nguyên"));
        entry(person, "sensitive-cv", 2, "PARTY_MEMBERSHIP", Map.of("joined", "2008-02-03", "official", "2009-02-03"));
        degree(person, 3, "1999", "2003", "DAI_HOC", "Luật");
        degree(person, 4, "2010", "2012", "THAC_SI", "Quản lý công");

        // Whoever asks for a part of the file gets the whole: it is made, and written down, at each asking.
        List<List<String>> lines = lines(as(CLERK).file(LIST + "?unit=" + unit, "Range", "bytes=0-1"));

        assertThat(lines).hasSize(2);
        List<String> man = lines.get(1);
        assertThat(lines.getFirst().subList(0, 4)).containsExactly("1", "Ninh Thị Ngang", "", "05/1990");
        assertThat(man.subList(0, 4)).containsExactly("2", "Ninh Văn Ngang", "14/08/1982", "");
        assertThat(man.get(4)).contains("Công chức Văn phòng - Thống kê", "Ban Xây dựng Đảng");
        assertThat(man.get(5)).isEqualTo("Tày");
        assertThat(man.get(6)).contains("Vinh Sơn");
        assertThat(man.get(8)).isEqualTo("Thạc sĩ Quản lý công");
        assertThat(man.subList(10, 12)).containsExactly("03/02/2008", "03/02/2009");
        assertThat(auditEntries(person)).contains("printExtractList");
    }

    private void degree(String person, long revision, String from, String to, String degree, String field) {
        entry(
                person,
                "cv",
                revision,
                "DEGREE",
                Map.of(
                        "from", from,
                        "to", to,
                        "school", "Trường Đại học",
                        "field", field,
                        "mode", "CHINH_QUY",
                        "degree", degree));
    }

    @Test
    void asAPdfItSaysItsHeaderOnEachPage() throws IOException {
        establish(unit, COMMUNE, "Ban Dân vận");
        IntStream.range(0, 40).forEach(i -> registered(CLERK, "Ninh Thị Phượng Ẩn", unit));

        byte[] file = as(CLERK).file(LIST + "?unit=" + unit, "Accept", "application/pdf");

        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(pdf).replaceAll("\\s+", " "))
                        .contains("Họ và tên", "Ninh Thị Phượng Ẩn", "14/08/1982");
            }
        }
        assertThat(as(CLERK).get("/api/personnel/printing").body().path("pdf").asBoolean())
                .isTrue();
    }

    @Test
    void itIsOfTheOwnPeopleAloneAndToAPurpose() throws IOException {
        establish(unit, COMMUNE, "Phòng Kinh tế");
        registered(CLERK, "Ninh Văn Kín", unit);

        assertThat(lines(as(OTHER_CLERK).file(LIST + "?unit=" + unit)).toString())
                .doesNotContain("Ninh");
        assertThat(as(CLERK)
                        .ask("GET", LIST + "?unit=" + unit, null, Access.PURPOSE, "")
                        .status())
                .isEqualTo(400);
    }
}
