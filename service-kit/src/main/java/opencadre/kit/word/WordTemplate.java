package opencadre.kit.word;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.deepoove.poi.policy.PictureRenderPolicy;
import com.deepoove.poi.policy.TextRenderPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A .docx whose places are filled: the {@link TemplateFile} of this name.
 *
 * <p>Shape: {@code {{number}}} is a text, {@code {{?articles}}...{{/articles}}} a block that is repeated for each map
 * of a list, and a place named as a table, as {@code {{rows}}}, repeats the next row of the table it stands in, whose
 * cells are named {@code [day]}.
 *
 * <p>Errors: {@link UncheckedIOException} where the file cannot be read.
 *
 * @param users of templates that users put in force
 * @param directory of the house's own templates; empty where it has none
 * @param name as {@code decision.docx}
 * @param tables names of places that repeat the row below them
 */
public record WordTemplate(TemplateSource users, String directory, String name, List<String> tables) {

    /** What a filled template is sent as. */
    public static final String MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** The file as it is now, to be filled for one or for many. */
    public Blank blank() {
        return blank(file().inForce());
    }

    /** Another file in its place, to be tried. */
    public Blank blank(byte[] file) {
        return new Blank(file, tables);
    }

    /** The one that stands where users have put none in force. */
    public byte[] own() {
        return file().own();
    }

    private TemplateFile file() {
        return new TemplateFile(users, directory, name);
    }

    /** The file with its places filled. */
    public byte[] filled(Map<String, Object> places) {
        return blank().filled(places);
    }

    /** A .docx whose places are not filled yet. */
    public static final class Blank {

        /**
         * Signs before a name that ask for a picture, another document or the like, by an address that may stand in the
         * data. All that stands in ours is text, or a {@link PaperPicture} in its place.
         */
        private static final List<Character> FETCHING = List.of('@', '#', '*', '+');

        private final byte[] file;
        private final List<String> tables;

        /**
         * @param file a .docx
         * @param tables names of places that repeat the row below them
         */
        public Blank(byte[] file, List<String> tables) {
            this.file = file.clone();
            this.tables = List.copyOf(tables);
        }

        public byte[] filled(Map<String, Object> places) {
            var settings = Configure.builder();
            FETCHING.forEach(sign -> settings.addPlugin(sign, new TextRenderPolicy()));
            tables.forEach(table -> settings.bind(table, new LoopRowTableRenderPolicy()));
            Map<String, Object> said = new HashMap<>(places);
            places.forEach((place, value) -> {
                // The bytes are there: nothing is fetched for it.
                if (value instanceof PaperPicture picture) {
                    settings.bind(place, new PictureRenderPolicy());
                    said.put(place, picture.data());
                }
            });
            try (XWPFTemplate filled = XWPFTemplate.compile(new ByteArrayInputStream(file), settings.build())
                            .render(said);
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                filled.write(out);
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
