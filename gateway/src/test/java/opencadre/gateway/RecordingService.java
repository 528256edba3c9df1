package opencadre.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A service that answers everything with one JSON and remembers what it was asked; five seconds late where the path
 * ends in {@code /slow}, at length where it ends in {@code /long}, and then without a tag where it ends in
 * {@code /long/list}.
 */
final class RecordingService implements AutoCloseable {

    /** One request as it arrived; header names as the server spells them, for example {@code Authorization}. */
    record Seen(String method, String path, Map<String, List<String>> headers, String body) {}

    private volatile HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    RecordingService() {
        server = listen(0);
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

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The request whose address holds the marker; fails when none has arrived. */
    Seen seen(String marker) {
        return seen.stream()
                .filter(request -> request.path().contains(marker))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing with " + marker + " has arrived"));
    }

    long count(String marker) {
        return seen.stream().filter(request -> request.path().contains(marker)).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer listen(int port) {
        try {
            HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            fresh.createContext("/", this::answer);
            fresh.start();
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                body));
        String path = exchange.getRequestURI().getPath();
        String filler = path.contains("/long") ? ",\"filler\":\"" + "dài ".repeat(5_000) + "\"" : "";
        if (path.endsWith("/slow")) {
            pause();
        }
        byte[] answer = ("{\"ok\":true" + filler + "}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Set-Cookie", "service=1");
        exchange.getResponseHeaders().add("Cache-Control", "public, max-age=600");
        exchange.getResponseHeaders().add("Expires", "Thu, 01 Jan 2099 00:00:00 GMT");
        exchange.getResponseHeaders().add("Content-Security-Policy", "default-src *");
        exchange.getResponseHeaders().add("X-Powered-By", "recording");
        if (!path.endsWith("/list")) {
            exchange.getResponseHeaders().add("ETag", "\"7\"");
        }
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
