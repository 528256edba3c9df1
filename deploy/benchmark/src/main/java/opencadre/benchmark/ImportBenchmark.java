package opencadre.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opencadre.benchmark.province.GeneratedUnit;
import opencadre.demo.Officer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Workbooks through the gateway: how long they take by their length, and what heap the service has meanwhile. New
 * people are trials, which do all that is done to keep them but the last step; a list that is taken out comes back
 * unchanged. There is no bare thing that does the same, so lines a second of each length stand beside each other.
 */
final class ImportBenchmark {

    private static final String IMPORTS = "/api/personnel/imports";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<Integer> LENGTHS = List.of(500, 2_000, 8_000);
    private static final List<String> HEADER = List.of(
            "Số hiệu hồ sơ", "Họ và tên", "Giới tính", "Ngày sinh", "Mã cơ quan", "Chức vụ", "Diện quản lý", "Từ ngày");
    private static final Pattern HEAP =
            Pattern.compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} (\\S+)$");
    private static final double MIB = 1 << 20;

    private final House house;
    private final String gateway;
    private final URI metrics;
    private final Officer officer;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ImportBenchmark(House house) {
        this.house = house;
        this.gateway = house.stack().publicUrl();
        this.metrics =
                URI.create("http://127.0.0.1:" + House.PORTS.management("personnel-service") + "/actuator/prometheus");
        this.officer = house.signedIn(House.PROVINCE_OFFICER);
    }

    void run() {
        tell("idle", 0, 0, 0, heap());
        GeneratedUnit unit = house.commune().getFirst();
        for (int length : LENGTHS) {
            trial("new people", length, people(unit.agencyCode(), length));
        }
        long begin = System.nanoTime();
        byte[] book = get(IMPORTS + "/workbook?sheet=POST");
        tell("taken out", house.province().people(), book.length, since(begin), heap());
        trial("back unchanged", house.province().people(), book);
    }

    private void trial(String what, int lines, byte[] book) {
        long begin = System.nanoTime();
        String run = accepted(book);
        double most = 0;
        int done = -1;
        JsonNode told;
        do {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            told = JsonMapper.shared().readTree(get(IMPORTS + "/runs/" + run));
            most = Math.max(most, heap());
            int tenth = told.path("of").asInt() == 0
                    ? 0
                    : told.path("lines").asInt() * 10 / told.path("of").asInt();
            if (tenth > done) {
                done = tenth;
                System.out.printf(
                        Locale.ROOT,
                        "imports: %s, %s %,d of %,d after %.1f s, heap %.0f MiB%n",
                        what,
                        told.path("phase").asString(),
                        told.path("lines").asInt(),
                        told.path("of").asInt(),
                        since(begin),
                        heap());
            }
        } while (List.of("WAITING", "RUNNING").contains(told.path("state").asString()));
        double seconds = since(begin);
        JsonNode report = JsonMapper.shared().readTree(get(IMPORTS + "/runs/" + run + "/report"));
        System.out.println("imports: " + report.path("state").asString() + " " + report.path("sheets") + " "
                + report.path("findings").path(0));
        tell(what, lines, book.length, seconds, most);
    }

    private static void tell(String what, int lines, int bytes, double seconds, double heap) {
        System.out.printf(
                Locale.ROOT,
                "imports: %s | %,d lines | %.1f MB | %.1f s | %.0f lines/s | heap at most %.0f MiB%n",
                what,
                lines,
                bytes / 1e6,
                seconds,
                seconds == 0 ? 0 : lines / seconds,
                heap);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** People of made-up names and numbers, all in one unit. */
    private static byte[] people(String agencyCode, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "OpenCadre", "1.0")) {
            Worksheet sheet = book.newWorksheet("Cán bộ");
            fill(sheet, 0, HEADER);
            for (int line = 1; line <= length; line++) {
                fill(
                        sheet,
                        line,
                        List.of(
                                "IMP." + length + "." + line,
                                "Nguyễn Văn " + letters(line),
                                line % 2 == 0 ? "Nam" : "Nữ",
                                "%02d/%02d/%d".formatted(1 + line % 28, 1 + line % 12, 1970 + line % 30),
                                agencyCode,
                                "Chuyên viên",
                                "Đảng ủy xã, phường",
                                "01/07/2025"));
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A name takes no digits. */
    private static String letters(int number) {
        StringBuilder letters = new StringBuilder("A");
        for (int left = number; left > 0; left /= 20) {
            letters.append((char) ('a' + left % 20));
        }
        return letters.toString();
    }

    private static void fill(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }

    private double heap() {
        Matcher used = HEAP.matcher(
                new String(sent(HttpRequest.newBuilder(metrics).GET().build(), 200), StandardCharsets.UTF_8));
        return used.results()
                        .mapToDouble(each -> Double.parseDouble(each.group(1)))
                        .sum()
                / MIB;
    }

    private String accepted(byte[] book) {
        HttpRequest.Builder request = asked(IMPORTS + "?file=do.xlsx&trial=true")
                .header("Content-Type", XLSX)
                .header("Prefer", "respond-async")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(book));
        return JsonMapper.shared()
                .readTree(sent(request.build(), 202))
                .path("id")
                .asString();
    }

    private byte[] get(String path) {
        return sent(asked(path).GET().build(), 200);
    }

    private HttpRequest.Builder asked(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("OpenCadre-Purpose", "RECORD")
                .timeout(Duration.ofMinutes(5));
        officer.session().forEach(request::header);
        return request;
    }

    private byte[] sent(HttpRequest request, int wanted) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != wanted) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
