package opencadre.personnel.template.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import opencadre.kit.rule.Finding;
import opencadre.personnel.template.TemplateReader.Read;
import opencadre.personnel.template.rule.FoundPlace;
import opencadre.personnel.template.rule.PlacesOfForm;
import org.jspecify.annotations.Nullable;

/**
 * The places of a .docx, paragraph by paragraph, also in its headers, footers and boxes: Word cuts a text into runs as
 * it likes, so {@code {{full} {Name}}} is read as one. What a field or another element would bring in from elsewhere is
 * a fault.
 */
final class WordPlaces {

    private static final Pattern PARTS =
            Pattern.compile("word/(document|header\\d*|footer\\d*|footnotes|endnotes|comments)\\.xml");
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^\\w\\s]?)\\s*([^{}]*?)\\s*}}");
    private static final Pattern CELL = Pattern.compile("\\[\\s*([^\\w\\s]?)\\s*([^\\[\\]]*?)\\s*]");

    /** Fields that load a file or start a program. */
    private static final Pattern LOADING = Pattern.compile(
            "\\s*(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|RD|MACROBUTTON)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int LONGEST_PART = 20_000_000;
    private static final int SHOWN = 60;

    private final PlacesOfForm form;
    private final List<FoundPlace> places = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();
    private final Deque<Table> tables = new ArrayDeque<>();
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private final StringBuilder field = new StringBuilder();

    /** A table that is being read. */
    private static final class Table {

        private @Nullable String named;
        private @Nullable String repeated;
    }

    private WordPlaces(PlacesOfForm form) {
        this.form = form;
    }

    /**
     * Reads a file.
     *
     * @param content a .docx that was looked at: it has no macros, no links and is no bomb
     */
    static Read read(byte[] content, PlacesOfForm form) {
        WordPlaces read = new WordPlaces(form);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (PARTS.matcher(entry.getName()).matches()) {
                    read.part(zip.readNBytes(LONGEST_PART));
                }
            }
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            return new Read(List.of(), List.of(Finding.of("content", "document-damaged")));
        }
        return new Read(read.places, read.faults);
    }

    private void part(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                default -> {}
            }
        }
        xml.close();
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "tbl" -> tables.push(new Table());
            case "p" -> paragraphs.push(new StringBuilder());
            case "t" -> {
                StringBuilder paragraph = paragraphs.peek();
                String text = xml.getElementText();
                if (paragraph != null) {
                    paragraph.append(text);
                }
            }
            case "instrText" -> field.append(xml.getElementText());
            case "fldSimple" -> {
                for (int at = 0; at < xml.getAttributeCount(); at++) {
                    refuseLoading(xml.getAttributeValue(at));
                }
            }
            case "altChunk", "OLEObject", "control" ->
                faults.add(Finding.of("content", "template-field", xml.getLocalName()));
            case "docPr", "cNvPr" -> {
                // A picture whose description is a place would be replaced by a picture from an address.
                for (int at = 0; at < xml.getAttributeCount(); at++) {
                    String said = xml.getAttributeValue(at);
                    if (said.contains("{{")) {
                        faults.add(Finding.of("content", "template-sign", shortened(said), shortened(said)));
                    }
                }
            }
            default -> {}
        }
    }

    private void end(String element) {
        switch (element) {
            case "tbl" -> tables.pop();
            case "tr" -> {
                Table table = tables.peek();
                if (table != null) {
                    // The row below the one that names it is repeated, and no other.
                    table.repeated = table.named;
                    table.named = null;
                }
            }
            case "p" -> paragraph(paragraphs.pop().toString());
            case "fldChar", "r" -> {
                refuseLoading(field.toString());
                if (element.equals("fldChar")) {
                    field.setLength(0);
                }
            }
            default -> {}
        }
    }

    private void refuseLoading(String code) {
        if (LOADING.matcher(code).matches()) {
            faults.add(Finding.of("content", "template-field", shortened(code.strip())));
            field.setLength(0);
        }
    }

    private void paragraph(String text) {
        Table table = tables.peek();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            String name = place.group(2);
            places.add(new FoundPlace(place.group(), place.group(1), name, null, around(text, place.start())));
            if (table != null && place.group(1).isEmpty() && form.tables().containsKey(name)) {
                table.named = name;
            }
        }
        if (table != null && table.repeated != null) {
            Matcher cell = CELL.matcher(text);
            while (cell.find()) {
                places.add(new FoundPlace(
                        cell.group(), cell.group(1), cell.group(2), table.repeated, around(text, cell.start())));
            }
        }
    }

    private static String around(String text, int at) {
        int from = Math.max(0, at - SHOWN / 2);
        return shortened(text.substring(from));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(SHOWN, text.length()));
    }
}
