package opencadre.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The way from the gateway to the real Keycloak, with faults on request: the Keycloak itself is shared by all tests.
 */
final class IdentityRelay implements AutoCloseable {

    /** What becomes of a request. */
    enum Way {
        OPEN,
        BROKEN,
        SILENT
    }

    private final HttpClient keycloak =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String target;
    private final List<String> forms = new CopyOnWriteArrayList<>();
    private volatile HttpServer server;
    private volatile Way way = Way.OPEN;

    /** @param target for example {@code http://localhost:8180} */
    IdentityRelay(String target) {
        this.target = target;
        this.server = listen(0);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void turn(Way next) {
        way = next;
    }

    /** Nobody listens while this runs. */
    void whileDown(Runnable work) {
        int port = server.getAddress().getPort();
        server.stop(0);
        try {
            work.run();
        } finally {
            server = listen(port);
        }
    }

    /** How many token requests of this grant have come by. */
    long count(String grant) {
        return forms.stream().filter(form -> form.contains(grant)).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer listen(int port) {
        try {
            HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            fresh.createContext("/", this::pass);
            fresh.start();
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        forms.add(new String(body, StandardCharsets.UTF_8));
        try {
            switch (way) {
                case OPEN -> forward(exchange, body);
                case BROKEN -> answer(exchange, 500, "text/html", "<h1>broken</h1>".getBytes(StandardCharsets.UTF_8));
                case SILENT -> Thread.sleep(Duration.ofSeconds(6));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : List.of("Content-Type", "Authorization", "Accept")) {
            exchange.getRequestHeaders().getOrDefault(name, List.of()).forEach(value -> request.header(name, value));
        }
        HttpResponse<byte[]> response = keycloak.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        answer(
                exchange,
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse("application/json"),
                response.body());
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
