package opencadre.kit.word;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** What a paper is asked for as, by the header {@code Accept}. */
public enum PaperFormat {
    WORD(WordTemplate.MEDIA, ".docx"),
    PDF(MediaType.APPLICATION_PDF_VALUE, ".pdf");

    private final String media;
    private final String ending;

    PaperFormat(String media, String ending) {
        this.media = media;
        this.ending = ending;
    }

    public MediaType media() {
        return MediaType.parseMediaType(media);
    }

    /** As {@code .docx}. */
    public String ending() {
        return ending;
    }

    /**
     * The first of the types that is one of ours, the best liked before others; Word where anything will do.
     *
     * @param accepted as they stand in the header
     */
    public static PaperFormat of(List<MediaType> accepted) {
        List<MediaType> liked = new ArrayList<>(accepted);
        MimeTypeUtils.sortBySpecificity(liked);
        for (MediaType type : liked) {
            for (PaperFormat format : values()) {
                if (type.includes(format.media())) {
                    return format;
                }
            }
        }
        return WORD;
    }
}
