package opencadre.kit.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Workbooks as people send them. */
public final class Books {

    private Books() {}

    /** A formula in a cell, as {@code =A1+1}. */
    public record Formula(String text) {}

    public static byte[] of(String sheet, List<List<@Nullable Object>> rows) {
        return of(Map.of(sheet, rows));
    }

    public static byte[] of(Map<String, List<List<@Nullable Object>>> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            sheets.forEach((name, rows) -> fill(book.newWorksheet(name), rows));
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, List<List<@Nullable Object>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                switch (rows.get(r).get(c)) {
                    case null -> {}
                    case Formula formula -> sheet.formula(r, c, formula.text());
                    case LocalDate day -> {
                        sheet.value(r, c, day);
                        sheet.style(r, c).format("dd/mm/yyyy").set();
                    }
                    case Number number -> sheet.value(r, c, number);
                    case Boolean yes -> sheet.value(r, c, yes);
                    case Object text -> sheet.value(r, c, text.toString());
                }
            }
        }
    }

    /** The same book with so many more entries in its package. */
    public static byte[] withEmptyFiles(byte[] book, int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(book).get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry each : Collections.list(in.getEntries())) {
                zip.putNextEntry(new ZipEntry(each.getName()));
                in.getInputStream(each).transferTo(zip);
            }
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry("xl/media/image" + i + ".png"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same book with one more entry in its package. */
    public static byte[] with(byte[] book, String entry) {
        return with(book, entry, new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)));
    }

    /** The same book with one more entry in its package, or with another content of one that is there. */
    public static byte[] with(byte[] book, String entry, InputStream content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(book).get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry each : Collections.list(in.getEntries())) {
                if (!each.getName().equals(entry)) {
                    zip.putNextEntry(new ZipEntry(each.getName()));
                    in.getInputStream(each).transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(entry));
            content.transferTo(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What stands in one entry of its package. */
    public static String entry(byte[] book, String entry) {
        try (ZipFile in = ZipFile.builder().setByteArray(book).get()) {
            return new String(in.getInputStream(in.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
