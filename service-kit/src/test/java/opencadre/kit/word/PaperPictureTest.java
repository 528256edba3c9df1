package opencadre.kit.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFPictureData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
