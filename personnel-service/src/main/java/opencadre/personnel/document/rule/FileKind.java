package opencadre.personnel.document.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that are taken, with the endings that their names have. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpe?g"),
    PNG("image/png", "png"),
    TIFF("image/tiff", "tiff?"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    /** As an expression. */
    private final String ending;

    FileKind(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<FileKind> ofMediaType(String mediaType) {
        return Stream.of(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }

    /** Whether a name ends as such a file does: {@code quyet-dinh.PDF} is one of a PDF. */
    public boolean isNamed(String file) {
        return file.substring(file.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .matches(ending);
    }
}
