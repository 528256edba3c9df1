package opencadre.kit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import opencadre.kit.web.BrokenOff;
import opencadre.kit.web.FileAnswer;
import opencadre.kit.web.Refused;
import opencadre.kit.word.PaperFormat;
import opencadre.kit.word.Pdf;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Papers as they leave: to be saved under a name of ours, as Word or, where this machine can, as PDF. */
public final class PrintedFiles {

    /** What a workbook is sent as. */
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    /** So many files are held in memory at once. */
    private static final int PAGE = 20;

    private final Pdf pdf;

    public PrintedFiles(Pdf pdf) {
        this.pdf = pdf;
    }

    /**
     * The answer. What cannot be made here is refused before anything is read.
     *
     * @param name as {@code quyet-dinh}, without an ending
     * @param word reads what stands on the paper, in a transaction that ends before a PDF is made
     */
    public ResponseEntity<Resource> answer(PaperFormat format, String name, Supplier<byte[]> word) {
        refuseIfNotHere(format);
        byte[] file = as(format, List.of(word.get())).getFirst();
        return FileAnswer.whole(
                ResponseEntity.ok()
                        .contentType(format.media())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name + format.ending())
                                        .build()
                                        .toString()),
                file);
    }

    /** A workbook, to be saved under a name of ours, without an ending. */
    public ResponseEntity<Resource> workbook(String name, byte[] book) {
        return FileAnswer.whole(
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(WORKBOOK))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name + ".xlsx")
                                        .build()
                                        .toString()),
                book);
    }

    /** Refuses what this machine cannot make: {@code no-pdf-here}. */
    public void refuseIfNotHere(PaperFormat format) {
        if (format == PaperFormat.PDF && !pdf.isHere()) {
            throw new Refused(HttpStatus.NOT_ACCEPTABLE, "no-pdf-here", List.of());
        }
    }

    /** The same files in the format, in their order; never within a transaction. */
    public List<byte[]> as(PaperFormat format, List<byte[]> words) {
        return switch (format) {
            case WORD -> words;
            case PDF ->
                switch (pdf.of(words)) {
                    case Pdf.Made(List<byte[]> pdfs) -> pdfs;
                    case Pdf.NotHere() -> throw new Refused(HttpStatus.NOT_ACCEPTABLE, "no-pdf-here", List.of());
                    case Pdf.Busy() -> throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "pdf-busy", List.of());
                    case Pdf.Failed() -> throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "pdf-failed", List.of());
                };
        };
    }

    /**
     * One paper of an archive.
     *
     * @param name of its file, without an ending
     * @param word makes the Word file
     */
    public record Paper(String name, Supplier<byte[]> word) {}

    /**
     * Many papers as one archive, made page by page while it is sent: what was gathered of people is held, never their
     * files. The first page is made before anything leaves, so that what cannot be made is refused in words; where a
     * later one fails, the connection ends, and nobody takes half an archive for a whole one.
     *
     * @param name as {@code so-yeu-ly-lich}, without an ending
     * @param day that the files are of
     */
    public ResponseEntity<Resource> archive(PaperFormat format, String name, LocalDate day, List<Paper> papers) {
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".zip")
                                .build()
                                .toString())
                .body(new InputStreamResource(new Archive(format, day, papers)));
    }

    /** An archive that makes its next page when what it has is read. */
    private final class Archive extends InputStream {

        private final PaperFormat format;
        private final LocalDate day;
        private final List<Paper> papers;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final ZipOutputStream zip = new ZipOutputStream(written, StandardCharsets.UTF_8);
        private InputStream page;
        private int done;
        private boolean isWhole;

        /** Makes the first page, or tells in words why it cannot be made. */
        Archive(PaperFormat format, LocalDate day, List<Paper> papers) {
            this.format = format;
            this.day = day;
            this.papers = List.copyOf(papers);
            try {
                page = next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = page.read(to, offset, length);
            while (read < 0 && !isWhole) {
                page = laterOn();
                read = page.read(to, offset, length);
            }
            return read;
        }

        private InputStream laterOn() throws IOException {
            try {
                return next();
            } catch (RuntimeException e) {
                throw new BrokenOff("after " + done + " of " + papers.size() + " papers", e);
            }
        }

        private InputStream next() throws IOException {
            List<Paper> some = papers.subList(done, Math.min(done + PAGE, papers.size()));
            List<byte[]> files =
                    as(format, some.stream().map(paper -> paper.word().get()).toList());
            for (int at = 0; at < some.size(); at++) {
                ZipEntry entry = new ZipEntry(some.get(at).name() + format.ending());
                entry.setTimeLocal(day.atStartOfDay());
                zip.putNextEntry(entry);
                zip.write(files.get(at));
                zip.closeEntry();
            }
            done += some.size();
            if (done == papers.size()) {
                zip.close();
                isWhole = true;
            }
            byte[] bytes = written.toByteArray();
            written.reset();
            return new ByteArrayInputStream(bytes);
        }
    }
}
