package opencadre.personnel.template.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import opencadre.kit.rule.Finding;

/**
 * What an .xlsx has in it, read part by part as it is packed, before anything is built of it: formulas and parts that
 * bring in contents from elsewhere, places where none is filled, and more than a form has.
 */
final class SheetParts {

    /** Parts that hold, or fetch, what is of another file or place. */
    private static final Pattern FOREIGN = Pattern.compile(
            "xl/(connections|externallinks|querytables|pivot\\w*|model|dialogsheets|macrosheets|embeddings|activex"
                    + "|webextensions|richdata)\\b.*");

    /** Where formulas stand, also of names, checks and conditions. */
    private static final Set<String> FORMULAS =
            Set.of("f", "formula", "formula1", "formula2", "definedName", "oldFormula", "calculatedColumnFormula");

    /** Elements of a sheet that are a program, an object or a page of elsewhere. */
    private static final Set<String> OBJECTS =
            Set.of("oleObject", "control", "webPublishItem", "connection", "ddeLink", "oleLink");

    /** Text that is none of a cell. */
    private static final Set<String> HEADS =
            Set.of("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter");

    private static final Pattern REACHING = Pattern.compile(
            "\\b(WEBSERVICE|FILTERXML|HYPERLINK|RTD|DDE|IMAGE|CALL|REGISTER(\\.ID)?|EXEC|INDIRECT|STOCKHISTORY|TRANSLATE"
                + "|DETECTLANGUAGE|COPILOT|PY|SQL\\.REQUEST|CUBE\\w+|IMPORT\\w+)\\s*\\(",
            Pattern.CASE_INSENSITIVE);

    /**
     * Another book, as {@code [1]Sheet!A1} or {@code '\\server\[a.xlsx]Sheet'!A1}, and a program, as {@code cmd|'/c'}.
     */
    private static final Pattern ELSEWHERE =
            Pattern.compile("\\[\\d+]|\\[[^\\]]*\\.xl\\w*]|\\||://|\\\\\\\\", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final int LONGEST_PART = 20_000_000;
    private static final int MOST_ROWS = 500;
    private static final int LAST_ROW = 10_000;
    private static final int MOST_CELLS = 100_000;
    private static final int SHOWN = 60;

    private final Set<Finding> faults = new TreeSet<>(
            Comparator.comparing(fault -> fault.code() + fault.messages().vi()));
    private int cells;

    private SheetParts() {}

    /** What is against a file; empty where it may be opened. */
    static List<Finding> faults(byte[] content) {
        SheetParts read = new SheetParts();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT).replaceFirst("^/", "");
                if (FOREIGN.matcher(name).matches()) {
                    read.faults.add(Finding.of("content", "template-field", entry.getName()));
                } else if (name.endsWith(".xml")) {
                    read.part(name, zip.readNBytes(LONGEST_PART));
                }
            }
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            return List.of(Finding.of("content", "document-damaged"));
        }
        return List.copyOf(read.faults);
    }

    private void part(String name, byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
        boolean isOfCells = name.endsWith("sharedstrings.xml") || name.startsWith("xl/worksheets/");
        Rows rows = new Rows();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                begin(xml, isOfCells, rows);
            }
        }
        xml.close();
        if (rows.said > MOST_ROWS || rows.last > LAST_ROW || cells > MOST_CELLS) {
            faults.add(Finding.of("content", "template-too-many-rows", MOST_ROWS));
        }
    }

    /** What was counted on a sheet. */
    private static final class Rows {

        private int said;
        private int last;
        private boolean isSaid;
    }

    private void begin(XMLStreamReader xml, boolean isOfCells, Rows rows) throws XMLStreamException {
        String element = xml.getLocalName();
        if (FORMULAS.contains(element)) {
            formula(xml.getElementText());
            say(rows);
        } else if (OBJECTS.contains(element)) {
            faults.add(Finding.of("content", "template-field", element));
        } else if (HEADS.contains(element) || (element.equals("t") && !isOfCells)) {
            String text = xml.getElementText();
            if (text.contains("{{")) {
                faults.add(Finding.of("content", "template-not-in-cell", shortened(text)));
            }
        } else if (element.equals("row")) {
            String number = xml.getAttributeValue(null, "r");
            rows.last = number == null ? rows.last + 1 : Integer.parseInt(number);
            rows.isSaid = false;
        } else if (element.equals("c") || element.equals("mergeCell")) {
            cells++;
        } else if (element.equals("v") || element.equals("is")) {
            say(rows);
        }
    }

    private static void say(Rows rows) {
        if (!rows.isSaid && rows.last > 0) {
            rows.isSaid = true;
            rows.said++;
        }
    }

    private void formula(String formula) {
        String code = QUOTED.matcher(formula).replaceAll("\"\"");
        Matcher reaching = REACHING.matcher(code);
        if (reaching.find() || ELSEWHERE.matcher(code).find()) {
            faults.add(Finding.of("content", "template-formula", shortened(formula)));
        }
    }

    private static String shortened(String text) {
        return text.strip().substring(0, Math.min(SHOWN, text.strip().length()));
    }
}
