package opencadre.personnel.document.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import opencadre.personnel.document.rule.FileKind;
import org.jspecify.annotations.Nullable;

/** Pictures: their headers are read, not their points. */
final class ImageFile {

    /** The last chunk of a PNG; what stands behind it is no picture. */
    private static final byte[] PNG_END = HexFormat.of().parseHex("0000000049454e44ae426082");

    private ImageFile() {}

    static @Nullable Fault fault(FileKind kind, byte[] content) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.mediaType());
        if (!readers.hasNext()) {
            throw new IllegalStateException("No reader of " + kind.mediaType());
        }
        ImageReader reader = readers.next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) < 1 || reader.getHeight(0) < 1) {
                return Fault.DAMAGED;
            }
        } catch (IOException | RuntimeException broken) {
            return Fault.DAMAGED;
        } finally {
            reader.dispose();
        }
        boolean goesOn = kind == FileKind.PNG
                && !Arrays.equals(
                        PNG_END,
                        Arrays.copyOfRange(content, Math.max(0, content.length - PNG_END.length), content.length));
        return goesOn ? Fault.MIXED : null;
    }
}
