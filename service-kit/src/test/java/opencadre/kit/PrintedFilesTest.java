package opencadre.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opencadre.kit.web.BrokenOff;
import opencadre.kit.web.Refused;
import opencadre.kit.word.PaperFormat;
import opencadre.kit.word.Pdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

class PrintedFilesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final AtomicInteger read = new AtomicInteger();

    private byte[] word() {
        read.incrementAndGet();
        return new byte[] {1};
    }

    private static Pdf saying(Pdf.Outcome outcome) {
        return new Pdf() {
            @Override
            public boolean isHere() {
                return true;
            }

            @Override
            public Outcome of(List<byte[]> words) {
                return outcome;
            }
        };
    }

    @Test
    void whereNothingMakesAPdfNothingIsReadForOne() {
        PrintedFiles files = new PrintedFiles(Pdf.NONE);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> files.answer(PaperFormat.PDF, "giay", this::word))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(HttpStatus.NOT_ACCEPTABLE))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("no-pdf-here"));
        assertThat(read).hasValue(0);
        assertThat(files.answer(PaperFormat.WORD, "giay", this::word)
                        .getHeaders()
                        .getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .contains("giay.docx");
    }

    @ParameterizedTest
    @CsvSource({"true,pdf-busy", "false,pdf-failed"})
    void whatIsNotMadeIsRefusedAndNoWordFileIsSentInItsPlace(boolean busy, String code) {
        PrintedFiles files = new PrintedFiles(saying(busy ? new Pdf.Busy() : new Pdf.Failed()));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> files.answer(PaperFormat.PDF, "giay", this::word))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void anArchiveIsMadePageByPage() throws IOException {
        PrintedFiles files = new PrintedFiles(Pdf.NONE);
        List<PrintedFiles.Paper> papers = IntStream.range(0, 45)
                .mapToObj(no -> new PrintedFiles.Paper("%03d-Đỗ".formatted(no), this::word))
                .toList();

        Resource archive = files.archive(PaperFormat.WORD, "giay", DAY, papers).getBody();

        assertThat(read).hasValue(20);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(Objects.requireNonNull(archive).getInputStream())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).hasSize(45).startsWith("000-Đỗ.docx").endsWith("044-Đỗ.docx");
    }

    @Test
    void whatCannotBeMadeIsRefusedInWordsAtFirstAndBreaksOffLater() throws IOException {
        AtomicInteger turns = new AtomicInteger();
        PrintedFiles files = new PrintedFiles(new Pdf() {
            @Override
            public boolean isHere() {
                return true;
            }

            @Override
            public Outcome of(List<byte[]> words) {
                return turns.incrementAndGet() == 2 ? new Failed() : new Made(words);
            }
        });
        List<PrintedFiles.Paper> papers = IntStream.range(0, 25)
                .mapToObj(no -> new PrintedFiles.Paper("giay-" + no, this::word))
                .toList();
        Resource archive = Objects.requireNonNull(
                files.archive(PaperFormat.PDF, "giay", DAY, papers).getBody());

        try (InputStream in = archive.getInputStream()) {
            assertThatExceptionOfType(BrokenOff.class).isThrownBy(in::readAllBytes);
        }
        PrintedFiles atOnce = new PrintedFiles(saying(new Pdf.Failed()));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> atOnce.archive(PaperFormat.PDF, "giay", DAY, papers));
    }
}
