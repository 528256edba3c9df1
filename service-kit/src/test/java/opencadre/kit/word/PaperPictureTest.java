package opencadre.kit.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFPictureData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperPictureTest {

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void itIsMadeSmallEnoughForItsBoxAndKeepsItsShape(String format) throws IOException {
        PaperPicture picture = PaperPicture.of(file(4000, 6000, format), 4, 6).orElseThrow();

        BufferedImage printed = printed(picture);
        assertThat(printed.getWidth()).isBetween(460, 472);
        assertThat(printed.getHeight()).isBetween(690, 708);
        assertThat(picture.data().getPictureStyle().getWidth()).isBetween(149, 152);
        assertThat(picture.data().getPictureStyle().getHeight()).isBetween(225, 227);
    }

    @Test
    void aSmallOneIsNotBlownUpAndAWideOneFitsTheWidth() throws IOException {
        assertThat(printed(PaperPicture.of(file(40, 60, "png"), 4, 6).orElseThrow())
                        .getWidth())
                .isEqualTo(40);
        PaperPicture wide = PaperPicture.of(file(3000, 300, "jpeg"), 4, 6).orElseThrow();
        assertThat(wide.data().getPictureStyle().getWidth()).isBetween(149, 152);
        assertThat(wide.data().getPictureStyle().getHeight()).isEqualTo(15);
    }

    /** The corner that is red in the file, and where it stands once the picture is the right way up. */
    @ParameterizedTest
    @CsvSource({
        "1, 40, 60, left, top",
        "2, 40, 60, right, top",
        "3, 40, 60, right, bottom",
        "4, 40, 60, left, bottom",
        "5, 60, 40, left, top",
        "6, 60, 40, right, top",
        "7, 60, 40, right, bottom",
        "8, 60, 40, left, bottom",
        "9, 40, 60, left, top"
    })
    void aPhotographStandsAsItWasTaken(int orientation, int width, int height, String side, String end)
            throws IOException {
        BufferedImage printed =
                printed(PaperPicture.of(taken(orientation, width, height), 4, 6).orElseThrow());

        assertThat(List.of(printed.getWidth(), printed.getHeight())).containsExactly(40, 60);
        assertThat(redness(printed, side, end)).isGreaterThan(200);
        assertThat(redness(printed, side.equals("left") ? "right" : "left", end))
                .isLessThan(60);
        assertThat(redness(printed, side, end.equals("top") ? "bottom" : "top")).isLessThan(60);
    }

    private static int redness(BufferedImage picture, String side, String end) {
        int x = side.equals("left") ? 4 : picture.getWidth() - 5;
        int y = end.equals("top") ? 4 : picture.getHeight() - 5;
        return new Color(picture.getRGB(x, y)).getRed();
    }

    /** A JPEG whose left upper corner is red, with the segment in which a camera says how it was held. */
    private static byte[] taken(int orientation, int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 16, 16);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", jpeg);
        byte[] exif = HexFormat.of()
                .parseHex("ffe1 0022 457869660000 49492a00 08000000 0100 1201 0300 01000000".replace(" ", "")
                        + "%02x000000".formatted(orientation) + "00000000");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg.toByteArray(), 0, 2);
        all.writeBytes(exif);
        all.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return all.toByteArray();
    }

    @Test
    void whatIsNoPictureOrABombIsNone() throws IOException {
        byte[] whole = file(400, 600, "jpeg");
        assertThat(PaperPicture.of("none".getBytes(StandardCharsets.UTF_8), 4, 6))
                .isEmpty();
        assertThat(PaperPicture.of(new byte[0], 4, 6)).isEmpty();
        assertThat(PaperPicture.of(Arrays.copyOf(whole, 100), 4, 6)).isEmpty();
        assertThat(PaperPicture.of(file(30_000, 2, "png"), 4, 6)).isEmpty();
    }

    private static BufferedImage printed(PaperPicture picture) throws IOException {
        byte[] form;
        try (XWPFDocument empty = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            empty.createParagraph().createRun().setText("{{photo}}");
            empty.write(out);
            form = out.toByteArray();
        }
        byte[] filled = new WordTemplate.Blank(form, List.of()).filled(Map.of("photo", picture));
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(filled))) {
            List<XWPFPictureData> pictures = paper.getAllPictures();
            assertThat(pictures).hasSize(1);
            return ImageIO.read(new ByteArrayInputStream(pictures.getFirst().getData()));
        }
    }

    private static byte[] file(int width, int height, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
