package opencadre.kit.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty workbook to fill in: one sheet for each form, its columns, and the words that may stand in them. */
public final class Templates {

    private static final int FILLED = 5_000;
    private static final String WORDS = "Từ dùng được";

    private Templates() {}

    /** The bytes of the book. */
    public static byte[] of(List<SheetForm> forms) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "OpenCadre", "1.0")) {
            for (SheetForm form : forms) {
                sheet(book.newWorksheet(form.name()), form);
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void sheet(Worksheet sheet, SheetForm form) {
        sheet.freezePane(0, 1);
        for (int at = 0; at < form.columns().size(); at++) {
            Column column = form.columns().get(at);
            sheet.value(0, at, column.header());
            sheet.style(0, at)
                    .bold()
                    .fillColor(column.required() ? "E8EEF7" : "F4F4F4")
                    .wrapText(true)
                    .set();
            sheet.width(at, Math.max(14, Math.min(40, column.header().length() + 4)));
            if (column.kind() == Column.Kind.DAY) {
                sheet.range(1, at, FILLED, at).style().format("dd/mm/yyyy").set();
            }
            comment(sheet, at, column);
        }
    }

    private static void comment(Worksheet sheet, int at, Column column) {
        if (!column.words().isEmpty()) {
            sheet.comment(0, at, WORDS + ": " + String.join("; ", column.words().keySet()));
        }
    }
}
