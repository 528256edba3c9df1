package opencadre.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import opencadre.demo.Officer;

/** Someone signed in at the gateway who asks over one kept connection as fast as it is answered. */
final class Visitor implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final Map<String, String> session;

    Visitor(String gateway, Officer officer) {
        this.gateway = gateway;
        this.session = officer.session();
    }

    /** The body of a good answer. Errors: {@link IllegalStateException} with what else was said. */
    String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(gateway + path)).GET());
    }

    String put(String path, String etag, String body) {
        return send(HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) {
        session.forEach(request::header);
        request.header("OpenCadre-Purpose", "RECORD");
        try {
            HttpResponse<String> answer = http.send(
                    request.timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
