package opencadre.kit.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import opencadre.kit.access.Access;
import opencadre.kit.contract.OpenApi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a running service over HTTP. Every answer is held against the service's OpenAPI: its status must be promised and
 * its body must be of the promised form, nothing more and nothing less. It looks for the keeping of records unless a
 * test says another purpose, or none by an empty one.
 */
public final class Caller {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String address;
    private final OpenApi contract;
    private final Supplier<@Nullable String> token;
    private final Consumer<HttpResponse<byte[]>> heard;

    private Caller(
            String address, OpenApi contract, Supplier<@Nullable String> token, Consumer<HttpResponse<byte[]>> heard) {
        this.address = address;
        this.contract = contract;
        this.token = token;
        this.heard = heard;
    }

    /** Somebody who is not signed in. */
    public static Caller stranger(int port, String service) {
        return new Caller("http://127.0.0.1:" + port, OpenApi.of(service), () -> null, response -> {});
    }

    /** The same with a demo account's token for this service. */
    public Caller as(String username, String service) {
        return new Caller(address, contract, () -> Tokens.of(username, service), heard);
    }

    /** The same with any token. */
    public Caller with(String bearer) {
        return new Caller(address, contract, () -> bearer, heard);
    }

    /** The same, of whom every answer is handed on as it came, files too. */
    public Caller heardBy(Consumer<HttpResponse<byte[]>> listener) {
        return new Caller(address, contract, token, listener);
    }

    /** An answer: its status, its body (missing when it has none), its entity tag (empty when it has none). */
    public record Answer(int status, JsonNode body, String etag) {

        /** The codes of the findings of a problem. */
        public java.util.List<String> codes() {
            return body.path("findings")
                    .valueStream()
                    .map(finding -> finding.path("code").asString())
                    .toList();
        }

        /** The fields of the findings of a problem. */
        public java.util.List<String> fields() {
            return body.path("findings")
                    .valueStream()
                    .map(finding -> finding.path("field").asString())
                    .toList();
        }
    }

    public Answer get(String path) {
        return ask("GET", path, null);
    }

    /** A file that is answered, as it came; headers in pairs. */
    public byte[] file(String path, String... headers) {
        HttpResponse<byte[]> response = exchange("GET", path, null, headers);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + response.statusCode());
        }
        return response.body();
    }

    /** A workbook, sent to where a service takes them; the query names the file. */
    public Answer send(String path, byte[] workbook) {
        return send(path, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook);
    }

    /** A file of any type, sent to where a service takes it. */
    public Answer send(String path, String type, byte[] file) {
        return ask(
                "POST",
                path,
                file,
                "Content-Type",
                type,
                "Idempotency-Key",
                java.util.UUID.randomUUID().toString());
    }

    /** A change; headers in pairs, as {@code "If-Match", "\"1\""}. */
    public Answer ask(String method, String path, @Nullable Object body, String... headers) {
        HttpResponse<byte[]> response = exchange(method, path, body, headers);
        Answer answer = new Answer(
                response.statusCode(),
                isJson(response)
                        ? JsonMapper.shared().readTree(response.body())
                        : JsonMapper.shared().missingNode(),
                response.headers().firstValue("ETag").orElse(""));
        contract.hold(method, path.replaceFirst("\\?.*", ""), answer.status(), answer.body());
        return answer;
    }

    private HttpResponse<byte[]> exchange(String method, String path, @Nullable Object body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        String bearer = token.get();
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (Arrays.stream(headers).noneMatch(Access.PURPOSE::equalsIgnoreCase)) {
            request.header(Access.PURPOSE, "RECORD");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body != null && Arrays.stream(headers).noneMatch("Content-Type"::equalsIgnoreCase)) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<byte[]> response =
                send(request.method(method, publisher(body)).build());
        heard.accept(response);
        return response;
    }

    /** A workbook or a document is no tree of values; whoever asks for one takes it as a file. */
    private static boolean isJson(HttpResponse<byte[]> response) {
        return response.body().length > 0
                && response.headers().firstValue("Content-Type").orElse("").contains("json");
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable Object body) {
        return switch (body) {
            case null -> HttpRequest.BodyPublishers.noBody();
            case byte[] bytes -> HttpRequest.BodyPublishers.ofByteArray(bytes);
            case String text -> HttpRequest.BodyPublishers.ofString(text);
            default -> HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
        };
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
