package opencadre.personnel.document.file;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import opencadre.kit.rule.SecrecyMarks;
import opencadre.personnel.document.rule.FileKind;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Word and Excel files without macros. Their parts are read by the stream and to a limit, so that a small archive does
 * not become a large one in memory.
 */
final class OfficeFile {

    private static final String TYPES = "[Content_Types].xml";
    private static final int MOST_PARTS = 10_000;
    private static final long LONGEST_INDEX = 2_000_000;
    private static final long LONGEST_TEXT = 100_000_000;
    private static final XMLInputFactory XML = xml();

    private OfficeFile() {}

    /** What it says it is; null when it is an archive of another kind. */
    static @Nullable FileKind kind(byte[] content) {
        try (ZipFile parts = open(content)) {
            Set<String> types = types(parts);
            if (has(types, "wordprocessingml.document.main+xml", "word.document.macroenabled")) {
                return FileKind.DOCX;
            }
            return has(types, "spreadsheetml.sheet.main+xml", "excel.sheet.macroenabled") ? FileKind.XLSX : null;
        } catch (IOException | XMLStreamException | RuntimeException none) {
            return null;
        }
    }

    static @Nullable Fault fault(byte[] content) {
        try (ZipFile parts = open(content)) {
            if (has(types(parts), "macroenabled", "vbaproject")) {
                return Fault.MACROS;
            }
            Set<String> names = new HashSet<>();
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                if (!names.add(name) || names.size() > MOST_PARTS || name.contains("..")) {
                    return Fault.DAMAGED;
                }
                if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
                    return Fault.MACROS;
                }
                if (name.contains("/embeddings/")
                        || name.contains("/activex/")
                        || (name.endsWith(".rels") && loadsFromOutside(parts, part))) {
                    return Fault.ACTIVE;
                }
            }
            return null;
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            return Fault.DAMAGED;
        }
    }

    /**
     * The first mark of a state secret in its paragraphs or cells. Errors: {@link IOException} where these are no text
     * that can be read.
     */
    static Optional<String> mark(byte[] content) throws IOException {
        try (ZipFile parts = open(content)) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                if (part.getName()
                        .matches("word/(document|header\\d*|footer\\d*|footnotes|comments)\\.xml"
                                + "|xl/(sharedStrings|worksheets/sheet\\d+)\\.xml")) {
                    Optional<String> mark = markIn(parts, part);
                    if (mark.isPresent()) {
                        return mark;
                    }
                }
            }
            return Optional.empty();
        } catch (XMLStreamException | RuntimeException broken) {
            throw new IOException(broken);
        }
    }

    private static Optional<String> markIn(ZipFile parts, ZipArchiveEntry part) throws IOException, XMLStreamException {
        try (InputStream in = bounded(parts, part, LONGEST_TEXT)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            StringBuilder text = new StringBuilder();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.CHARACTERS) {
                    text.append(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && List.of("p", "si", "is").contains(xml.getLocalName())) {
                    Optional<String> mark = SecrecyMarks.in(Normalizer.normalize(text, Normalizer.Form.NFC));
                    if (mark.isPresent()) {
                        return mark;
                    }
                    text.setLength(0);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A template or an object that is fetched from elsewhere when the file is opened; a link that is clicked is none.
     */
    private static boolean loadsFromOutside(ZipFile parts, ZipArchiveEntry part)
            throws IOException, XMLStreamException {
        try (InputStream in = bounded(parts, part, LONGEST_INDEX)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && "External".equals(xml.getAttributeValue(null, "TargetMode"))) {
                    String type = String.valueOf(xml.getAttributeValue(null, "Type"));
                    if (!type.endsWith("/hyperlink")) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static Set<String> types(ZipFile parts) throws IOException, XMLStreamException {
        ZipArchiveEntry index = parts.getEntry(TYPES);
        if (index == null) {
            return Set.of();
        }
        Set<String> types = new HashSet<>();
        try (InputStream in = bounded(parts, index, LONGEST_INDEX)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    String type = xml.getAttributeValue(null, "ContentType");
                    if (type != null) {
                        types.add(type.toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return types;
    }

    private static boolean has(Set<String> types, String... words) {
        return types.stream().anyMatch(type -> List.of(words).stream().anyMatch(type::contains));
    }

    private static ZipFile open(byte[] content) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get();
    }

    /** What is longer ends in the middle, and is then no XML. */
    private static InputStream bounded(ZipFile parts, ZipArchiveEntry part, long longest) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(parts.getInputStream(part))
                .setMaxCount(longest)
                .get();
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
