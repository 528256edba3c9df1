package opencadre.personnel.document.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.SecrecyMarks;
import opencadre.personnel.document.Inspection;
import opencadre.personnel.document.rule.FileKind;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a file is, Tika tells by its first bytes; what is in it, the reader of its kind. Each says the first thing that
 * is against it: a file that is nothing it should be has no second fault.
 */
@Component
final class FileInspection implements Inspection {

    /** So many are looked at at once: each is held in memory whole, some twice. */
    private static final int AT_ONCE = 2;

    /** So far into a file readers of HTML and PDF look for where theirs begins. */
    private static final int HEAD = 1024;

    private final Tika tika = new Tika();
    private final Semaphore room = new Semaphore(AT_ONCE, true);

    @Override
    public Report inspect(String file, byte[] content) {
        if (content.length == 0) {
            return new Report(null, List.of(Finding.of("content", "document-empty")));
        }
        room.acquireUninterruptibly();
        try {
            return inspected(file, content);
        } finally {
            room.release();
        }
    }

    private Report inspected(String file, byte[] content) {
        FileKind kind = kind(content);
        if (kind == null) {
            return new Report(null, List.of(Finding.of("content", "document-type")));
        }
        List<Finding> findings = new ArrayList<>();
        if (!kind.isNamed(file)) {
            findings.add(Finding.of("file", "document-name-differs", kind.name()));
        }
        fault(kind, content).ifPresent(findings::add);
        return new Report(kind, findings);
    }

    private @Nullable FileKind kind(byte[] content) {
        String type = tika.detect(content);
        return switch (type) {
            case "application/zip", "application/x-tika-ooxml" -> OfficeFile.kind(content);
            default ->
                FileKind.ofMediaType(type)
                        .filter(kind -> kind != FileKind.DOCX && kind != FileKind.XLSX)
                        .orElse(null);
        };
    }

    private static Optional<Finding> fault(FileKind kind, byte[] content) {
        Fault fault = isSomethingElseToo(kind, content)
                ? Fault.MIXED
                : switch (kind) {
                    case PDF -> PdfFile.fault(content);
                    case JPEG, PNG, TIFF -> ImageFile.fault(kind, content);
                    case DOCX, XLSX -> OfficeFile.fault(content);
                };
        if (fault != null) {
            return Optional.of(Finding.of("content", fault.code()));
        }
        if (kind != FileKind.DOCX && kind != FileKind.XLSX) {
            return Optional.empty();
        }
        try {
            return OfficeFile.mark(content)
                    .map(SecrecyMarks::finding)
                    .map(found -> new Finding("content", found.code(), found.messages(), found.article()));
        } catch (IOException broken) {
            return Optional.of(Finding.of("content", Fault.DAMAGED.code()));
        }
    }

    /** One file that two programs read as two: a picture with an archive behind it, a PDF that begins as a page. */
    private static boolean isSomethingElseToo(FileKind kind, byte[] content) {
        String head = new String(
                        Arrays.copyOf(content, Math.min(HEAD, content.length)),
                        java.nio.charset.StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int pdf = head.indexOf("%pdf-");
        if (head.contains("<script") || head.contains("<html") || (kind == FileKind.PDF ? pdf != 0 : pdf >= 0)) {
            return true;
        }
        boolean isArchive = kind == FileKind.DOCX || kind == FileKind.XLSX;
        return isArchive
                ? !(content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4)
                : endsAsAnArchive(content);
    }

    /** Whether there is an end of a central directory with exactly its comment behind it. */
    private static boolean endsAsAnArchive(byte[] content) {
        int first = Math.max(0, content.length - 22 - 0xFFFF);
        for (int at = content.length - 22; at >= first; at--) {
            if (content[at] == 'P'
                    && content[at + 1] == 'K'
                    && content[at + 2] == 5
                    && content[at + 3] == 6
                    && (content[at + 20] & 0xFF) + 256 * (content[at + 21] & 0xFF) == content.length - at - 22) {
                return true;
            }
        }
        return false;
    }
}
