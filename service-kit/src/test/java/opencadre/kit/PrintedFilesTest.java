package opencadre.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import opencadre.kit.web.Refused;
import opencadre.kit.word.PaperFormat;
import opencadre.kit.word.Pdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

class PrintedFilesTest {

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
}
