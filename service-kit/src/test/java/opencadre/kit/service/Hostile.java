package opencadre.kit.service;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;

/** Values that no honest page sends, where each of many others would do as well. */
final class Hostile {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u001b[31m",
            "\ufffe\uffff",
            "\u202eabc",
            "\ud83d\udc80".repeat(40),
            Normalizer.normalize("Tờ trình của Đặng Thị Ngọc Uyển", Normalizer.Form.NFD),
            "o\u0302\u0323\u0301".repeat(50),
            "٣٤٥",
            "' OR 1=1; DROP TABLE person; --",
            "\" ; $$ \\ \\0 %_%_",
            "<script>alert(1)</script><img src=x onerror=alert(1)>",
            "${jndi:ldap://127.0.0.1/a} #{7*7} {{7*7}} %s%n%x",
            "../../../../etc/passwd",
            "x;y=z/../..//",
            "KHONG_CO",
            "null",
            "NaN",
            "-1",
            "1e400",
            "9223372036854775808",
            "99999999999999999999999999999999",
            "0000-00-00",
            "2026-02-30",
            "0001-01-01",
            "9999-12-31",
            "+999999999-12-31",
            "-999999999-01-01",
            "2026-11-24T25:61:61Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "2026-11-24T00:00:00+18:00",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "1-1-1-1-1",
            "019a8f00-0000-7000-8000-00000000f1000",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "====",
            "a".repeat(300),
            "ầ".repeat(20_000));

    /** JSON that is put into a body as it stands; also what no tree of values can hold. */
    private static final List<String> RAW = List.of(
            "null",
            "true",
            "0",
            "-1",
            "2147483648",
            "-9223372036854775809",
            "1.5",
            "1e400",
            "1e-400",
            "1" + "0".repeat(1_500),
            "\"\\ud800\"",
            "\"a\\udc00b\"",
            "\"\\u0000\"",
            "[]",
            "[null]",
            "[[],{},null,\"x\"]",
            "{}",
            "{\"\":null}",
            "{\"a\\u0000\":1}",
            "{\"__proto__\":{\"x\":1},\"@type\":\"java\",\"@class\":\"x\"}",
            "[".repeat(600) + "]".repeat(600),
            "{\"a\":".repeat(600) + "1" + "}".repeat(600),
            "[" + "null,".repeat(3_000) + "null]",
            "[" + "{},".repeat(3_000) + "{}]");

    /** Whole bodies. */
    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "\"x\"",
            "1",
            "{",
            "{\"a\":1,\"a\":2}",
            "{\"a\":}",
            "not json",
            "<a/>",
            "[".repeat(100_000),
            "{\"x\":\"" + "y".repeat(300_000) + "\"}");

    /** In pairs of name and value. */
    private static final List<List<String>> HEADERS = List.of(
            List.of("If-Match", "*"),
            List.of("If-Match", "W/\"1\""),
            List.of("If-Match", "1"),
            List.of("If-Match", "\"99999999999999999999\""),
            List.of("If-Match", "\"-1\""),
            List.of("If-Match", "\"1\", \"2\""),
            List.of("If-None-Match", "*"),
            List.of("If-None-Match", "\"\u00e9\""),
            List.of("If-Modified-Since", "not a day"),
            List.of("Idempotency-Key", " "),
            List.of("Idempotency-Key", "k".repeat(3_000)),
            List.of("Idempotency-Key", "' OR 1=1 \u00e9"),
            List.of("Accept", "application/xml"),
            List.of("Accept", "text/html;q=x"),
            List.of("Accept", "/"),
            List.of("Accept-Language", "xx-\u00e9;q=abc,,;"),
            List.of("Accept-Language", "x".repeat(2_000)),
            List.of("Content-Type", "application/json;charset=klingon"),
            List.of("Content-Type", "application/json;charset=utf-16"),
            List.of("Content-Type", "text/plain"),
            List.of("Content-Type", "/"),
            List.of("Content-Type", "multipart/form-data"),
            List.of("Content-Type", "application/x-www-form-urlencoded"),
            List.of("Range", "bytes=0-1"),
            List.of("traceparent", "00-x-y-01"),
            List.of(opencadre.kit.access.Access.PURPOSE, "RECORD' --"),
            List.of("X-Forwarded-Host", "a b\u00e9"),
            List.of("X-HTTP-Method-Override", "DELETE"));

    private Hostile() {}

    static String text(Random random) {
        return any(TEXTS, random);
    }

    static String raw(Random random) {
        return any(RAW, random);
    }

    static String body(Random random) {
        return any(BODIES, random);
    }

    static List<String> header(Random random) {
        return any(HEADERS, random);
    }

    static <T> T any(List<? extends T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
