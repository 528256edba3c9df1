package opencadre.kit.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import opencadre.local.Await;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Converts for real: LibreOffice is installed wherever the whole is verified, and without it this fails. */
class SofficeTest {

    private static final String HEADER = "Họ và tên cán bộ";
    private static final String NAME = "Nguyễn Thị Phượng Kiều Ẩn Đỗ Lưỡng";

    @TempDir
    Path folder;

    private static byte[] listOf(int people) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFTable table = document.createTable(people + 1, 2);
            table.getRow(0).setRepeatHeader(true);
            table.getRow(0).getCell(0).setText(HEADER);
            for (int at = 1; at <= people; at++) {
                table.getRow(at).getCell(0).setText(NAME);
                table.getRow(at).getCell(1).setText("số " + at);
            }
            return bytes(document);
        }
    }

    private static byte[] bytes(XWPFDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }

    private static List<byte[]> made(List<byte[]> words) throws IOException {
        try (Soffice office = (Soffice) Soffice.as(Soffice.FOUND)) {
            assertThat(office.isHere()).isTrue();
            Pdf.Outcome outcome = office.of(words);
            assertThat(outcome).isInstanceOf(Pdf.Made.class);
            return ((Pdf.Made) outcome).pdfs();
        }
    }

    @Test
    void vietnameseLettersAreThereAndALongTableSaysItsHeaderOnEachPage() throws IOException {
        List<byte[]> pdfs = made(List.of(listOf(120), listOf(1)));

        assertThat(pdfs).hasSize(2);
        try (PDDocument one = Loader.loadPDF(pdfs.getFirst());
                PDDocument two = Loader.loadPDF(pdfs.getLast())) {
            assertThat(two.getNumberOfPages()).isOne();
            assertThat(one.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= one.getNumberOfPages(); page++) {
                assertThat(text(one, page)).contains(HEADER, NAME);
            }
            for (PDPage page : one.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
                assertThat(page.getResources().getFontNames()).isNotEmpty();
            }
        }
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    @Test
    void whatAFileOnlyRefersToIsNotFetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();

            made(List.of(withLinkedPicture(address + "/picture.png")));

            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private static byte[] withLinkedPicture(String address) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            String id = document.getPackagePart()
                    .addRelationship(
                            java.net.URI.create(address),
                            TargetMode.EXTERNAL,
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image")
                    .getId();
            var inline = document.createParagraph()
                    .createRun()
                    .getCTR()
                    .addNewDrawing()
                    .addNewInline();
            inline.addNewExtent().setCx(900_000);
            inline.getExtent().setCy(900_000);
            inline.addNewDocPr().setId(1);
            inline.getDocPr().setName("picture");
            var graphic = org.apache.xmlbeans.XmlObject.Factory.parse("""
                <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
                <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
                <pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
                <pic:nvPicPr><pic:cNvPr id="1" name="picture"/><pic:cNvPicPr/></pic:nvPicPr>
                <pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="%s"/>
                <a:stretch><a:fillRect/></a:stretch></pic:blipFill>
                <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>
                <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>
                """.formatted(id));
            inline.set(inline.copy());
            inline.addNewGraphic().set(graphic.selectPath("*")[0]);
            return bytes(document);
        } catch (org.apache.xmlbeans.XmlException e) {
            throw new IOException(e);
        }
    }

    @Test
    void whatIsNoWordFileIsNotMadeIntoOne() throws IOException {
        try (Soffice office = (Soffice) Soffice.as(Soffice.FOUND)) {
            assertThat(office.of(List.of(new byte[] {'P', 'K', 3, 4, 0, 0}))).isInstanceOf(Pdf.Failed.class);
        }
    }

    @Test
    void theSettingNamesItOrNone() {
        assertThat(Soffice.as("").isHere()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> Soffice.as(folder.resolve("soffice").toString()))
                .withMessageContaining("opencadre.office");
    }

    private Soffice standIn(String script, int mostWaiting, Duration longest) throws IOException {
        Path command = Files.writeString(folder.resolve("soffice"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        return new Soffice(
                command, new Soffice.Limits(mostWaiting, Duration.ofMillis(200), longest, Duration.ofMillis(10)));
    }

    @Test
    @Timeout(20)
    void whatDoesNotEndIsEndedWithAllThatItBegan() throws IOException, InterruptedException {
        try (Soffice office =
                standIn("sleep 300 &\necho $! > " + folder.resolve("pid") + "\nwait", 1, Duration.ofSeconds(1))) {
            assertThat(office.of(List.of(new byte[1]))).isInstanceOf(Pdf.Failed.class);
        }
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        assertThat(Await.until(Duration.ofSeconds(2), () -> !isRunning(pid))).isTrue();
    }

    /** One that has ended may stand in the list until its parent has heard of it. */
    private static boolean isRunning(long pid) {
        Path state = Path.of("/proc/" + pid + "/stat");
        try {
            return Files.exists(state) && !Files.readString(state).contains(") Z ");
        } catch (IOException e) {
            // It ended between the two looks.
            return false;
        }
    }

    @Test
    @Timeout(20)
    void whoeverComesWhileManyWaitIsToldToComeLater() throws IOException {
        try (Soffice office = standIn("sleep 3", 1, Duration.ofSeconds(3))) {
            List<CompletableFuture<Pdf.Outcome>> all = new ArrayList<>();
            for (int at = 0; at < 4; at++) {
                all.add(CompletableFuture.supplyAsync(
                        () -> office.of(List.of(new byte[1])),
                        task -> Thread.ofVirtual().start(task)));
            }

            assertThat(all.stream().map(CompletableFuture::join).filter(Pdf.Busy.class::isInstance))
                    .hasSize(3);
        }
    }

    @Test
    void itIsToldNothingOfTheServiceAndLeavesNothingBehind() throws IOException {
        Path told = folder.resolve("told");
        Path work;
        try (Soffice office = standIn("env > " + told + "\npwd >> " + told + "\nexit 1", 1, Duration.ofSeconds(5))) {
            assertThat(office.of(List.of(new byte[1]))).isInstanceOf(Pdf.Failed.class);
            List<String> lines = Files.readAllLines(told);
            assertThat(lines.stream().filter(line -> line.contains("=")).map(line -> line.replaceFirst("=.*", "")))
                    .isSubsetOf("PATH", "HOME", "TMPDIR", "LANG", "PWD", "OLDPWD", "SHLVL", "_");
            work = Path.of(lines.getLast());
            assertThat(work).doesNotExist();
            assertThat(work.getParent()).exists();
        }
        assertThat(work.getParent()).doesNotExist();
    }
}
