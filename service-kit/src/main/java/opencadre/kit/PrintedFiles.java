package opencadre.kit;

import java.util.List;
import java.util.function.Supplier;
import opencadre.kit.web.Refused;
import opencadre.kit.word.PaperFormat;
import opencadre.kit.word.Pdf;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Papers as they leave: to be saved under a name of ours, as Word or, where this machine can, as PDF. */
public final class PrintedFiles {

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
        return ResponseEntity.ok()
                .contentType(format.media())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + format.ending())
                                .build()
                                .toString())
                .body(new ByteArrayResource(file));
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
}
