package opencadre.kit.word;

import com.deepoove.poi.data.PictureRenderData;
import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture that stands at a place of a paper, made small enough for its box. What the file said beside the picture, as
 * where and with what it was taken, is not in it.
 */
public final class PaperPicture {

    /** 300 to the inch. */
    private static final double DOTS_PER_CM = 118;

    private static final double PIXELS_PER_CM = 96 / 2.54;
    private static final int LONGEST_SIDE = 20_000;
    private static final long MOST_DOTS = 4_000_000;

    private final byte[] jpeg;
    private final int width;
    private final int height;

    private PaperPicture(byte[] jpeg, int width, int height) {
        this.jpeg = jpeg;
        this.width = width;
        this.height = height;
    }

    /**
     * Reads a JPEG or PNG file.
     *
     * @param widthCm of the box that it fills as far as its shape lets it
     * @param heightCm of the box
     * @return nothing where it cannot be read
     */
    public static Optional<PaperPicture> of(byte[] file, double widthCm, double heightCm) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader, widthCm, heightCm);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException damaged) {
            // Readers of pictures fail in every way when what they read was made to make them fail.
            return Optional.empty();
        }
    }

    private static Optional<PaperPicture> read(ImageReader reader, double widthCm, double heightCm) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        double scale = Math.min(widthCm * DOTS_PER_CM / width, heightCm * DOTS_PER_CM / height);
        // Of a picture far too large only every second, third … dot is read: it never lies in memory as a whole.
        int step = Math.max(1, (int) (1 / scale));
        if (Math.max(width, height) > LONGEST_SIDE || (long) width * height / ((long) step * step) > MOST_DOTS) {
            return Optional.empty();
        }
        ImageReadParam sparse = reader.getDefaultReadParam();
        sparse.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, sparse);
        double smaller = Math.min(1, scale);
        BufferedImage small = new BufferedImage(
                Math.max(1, (int) (width * smaller)),
                Math.max(1, (int) (height * smaller)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(read, 0, 0, small.getWidth(), small.getHeight(), Color.WHITE, null);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", jpeg);
        double shown = Math.min(widthCm / width, heightCm / height) * PIXELS_PER_CM;
        return Optional.of(new PaperPicture(
                jpeg.toByteArray(), Math.max(1, (int) (width * shown)), Math.max(1, (int) (height * shown))));
    }

    PictureRenderData data() {
        return Pictures.ofBytes(jpeg, PictureType.JPEG).size(width, height).create();
    }
}
