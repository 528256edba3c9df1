package opencadre.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;

/** An officer fills in a workbook and sends it: it is taken whole, or refused by cell. */
final class BookStep {

    /** How often a service that has not heard of a person yet is asked again, a second apart. */
    private static final int PATIENCE = 60;

    /** What a service says of things that personnel has and it has not heard of yet. */
    private static final Set<String> NOT_HEARD_OF = Set.of("unknown-file-number", "unknown-agency-code", "no-seat-so");

    private BookStep() {}

    /**
     * Sends the sheets that have lines as one book.
     *
     * @param what as the tally says it
     * @param service that takes it, as {@code personnel}
     * @param file name of the book, as {@code chuc-danh.xlsx}
     */
    static Tally run(Officer officer, String what, String service, String file, List<Sheet> sheets) {
        Tally tally = new Tally(what);
        List<Sheet> filled =
                sheets.stream().filter(sheet -> !sheet.lines().isEmpty()).toList();
        if (filled.isEmpty()) {
            return tally;
        }
        byte[] book = book(filled);
        String path = "/api/" + service + "/imports?file=" + file;
        Answer answer = officer.sendBook(path, book);
        for (int second = 0; second < PATIENCE && waitsForCopies(answer); second++) {
            Officer.pause();
            answer = officer.sendBook(path, book);
        }
        if (!answer.isGood()) {
            tally.refused(refusals(answer, file));
            return tally;
        }
        for (JsonNode sheet : answer.body().path("sheets")) {
            tally.added(sheet.path("made").asInt());
            tally.present(sheet.path("same").asInt());
        }
        return tally;
    }

    /** The copies of people, units and seats reach a service a moment after personnel has them. */
    private static boolean waitsForCopies(Answer answer) {
        JsonNode findings = answer.body().path("findings");
        return answer.status() == 422
                && !findings.isEmpty()
                && findings.valueStream()
                        .allMatch(finding ->
                                NOT_HEARD_OF.contains(finding.path("code").asString()));
    }

    private static List<Refusal> refusals(Answer answer, String file) {
        List<Refusal> refusals = new ArrayList<>();
        for (JsonNode finding : answer.body().path("findings")) {
            String field = finding.path("field").asString("");
            String digits = field.replaceAll(".*?(\\d+)$", "$1");
            refusals.add(new Refusal(
                    file,
                    digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0,
                    field,
                    finding.path("messages").path("vi").asString("?")));
        }
        if (refusals.isEmpty()) {
            String said = answer.body().path("messages").path("vi").asString("không có lý do");
            refusals.add(new Refusal(file, 0, "tệp", answer.status() + " " + said));
        }
        return refusals;
    }

    private static byte[] book(List<Sheet> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "OpenCadre", "1.0")) {
            for (Sheet sheet : sheets) {
                Worksheet worksheet = book.newWorksheet(sheet.name());
                fill(worksheet, 0, sheet.head());
                for (int line = 0; line < sheet.lines().size(); line++) {
                    fill(worksheet, line + 1, sheet.lines().get(line));
                }
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isBlank()) {
                sheet.value(row, column, cells.get(column));
            }
        }
    }
}
