package opencadre.kit.word;

import com.deepoove.poi.data.PictureRenderData;
import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
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
 * A picture that stands at a place of a paper, the right way up and small enough for its box. What the file said beside
 * the picture, as where and with what it was taken, is not in it.
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
                return read(reader, turned(file), widthCm, heightCm);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException damaged) {
            // Readers of pictures fail in every way when what they read was made to make them fail.
            return Optional.empty();
        }
    }

    /**
     * How the camera says that it was held: 1 upright, 2 to 8 turned or mirrored as EXIF numbers it. A picture that
     * says nothing of it, or that in a way that cannot be read, is upright.
     */
    private static int turned(byte[] file) {
        try {
            Directory said = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer orientation = said == null ? null : said.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return orientation == null ? 1 : orientation;
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return 1;
        }
    }

    /** From a picture of so many dots as it lies in the file to one that is the right way up. */
    private static AffineTransform upright(int turned, int width, int height) {
        return switch (turned) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Optional<PaperPicture> read(ImageReader reader, int turned, double widthCm, double heightCm)
            throws IOException {
        boolean lies = turned >= 5 && turned <= 8;
        int wide = reader.getWidth(0);
        int high = reader.getHeight(0);
        int width = lies ? high : wide;
        int height = lies ? wide : high;
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
        int drawnWide = lies ? small.getHeight() : small.getWidth();
        int drawnHigh = lies ? small.getWidth() : small.getHeight();
        pen.transform(upright(turned, drawnWide, drawnHigh));
        pen.drawImage(read, 0, 0, drawnWide, drawnHigh, Color.WHITE, null);
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
