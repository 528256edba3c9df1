package opencadre.personnel.document.file;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** PDFs: every object is looked at for what acts, runs or carries another file. Pages and pictures are not decoded. */
final class PdfFile {

    private static final Set<String> KEYS =
            Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMediaContent");
    private static final Set<String> ACTIONS =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE", "Rendition", "RichMediaExecute");
    private static final Set<String> TYPES = Set.of("EmbeddedFile", "RichMedia", "Movie", "Screen", "3D", "Sound");

    /** Deeper than any honest page, shallower than the stack. */
    private static final int DEEPEST = 200;

    private PdfFile() {}

    static @Nullable Fault fault(byte[] content) {
        try (PDDocument pdf = Loader.loadPDF(content)) {
            if (pdf.isEncrypted()) {
                return Fault.ENCRYPTED;
            }
            COSDocument objects = pdf.getDocument();
            if (pdf.getNumberOfPages() < 1) {
                return Fault.DAMAGED;
            }
            if (acts(objects.getTrailer(), 0)) {
                return Fault.ACTIVE;
            }
            for (COSObjectKey key : objects.getXrefTable().keySet()) {
                COSBase object = objects.getObjectFromPool(key).getObject();
                if (object != null && acts(object, 0)) {
                    return Fault.ACTIVE;
                }
            }
            return null;
        } catch (InvalidPasswordException locked) {
            return Fault.ENCRYPTED;
        } catch (IOException | RuntimeException broken) {
            return Fault.DAMAGED;
        }
    }

    /** What an object refers to is an object of its own, and is looked at in its turn. */
    private static boolean acts(COSBase object, int depth) {
        if (depth > DEEPEST) {
            return true;
        }
        if (object instanceof COSArray array) {
            for (int at = 0; at < array.size(); at++) {
                if (acts(array.get(at), depth + 1)) {
                    return true;
                }
            }
            return false;
        }
        if (!(object instanceof COSDictionary dictionary)) {
            return false;
        }
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            String key = entry.getKey().getName();
            if (KEYS.contains(key)
                    || (key.equals("S") && isNamed(entry.getValue(), ACTIONS))
                    || ((key.equals("Type") || key.equals("Subtype")) && isNamed(entry.getValue(), TYPES))
                    || acts(entry.getValue(), depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(COSBase value, Set<String> names) {
        return value instanceof COSName name && names.contains(name.getName());
    }
}
