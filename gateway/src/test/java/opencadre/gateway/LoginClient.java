package opencadre.gateway;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without a window: it signs in through Keycloak's form and keeps cookies. The JDK's own cookie store does
 * not send Secure cookies to {@code http://localhost}, browsers do.
 */
final class LoginClient {

    private static final String START = "/oauth2/authorization/keycloak";
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final int HOPS = 10;

    private final HttpClient http;
    private final URI gateway;
    private final Map<String, HttpCookie> cookies = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();

    /** @param gateway for example {@code http://localhost:8080} */
    LoginClient(String gateway) {
        this(gateway, InetAddress.getLoopbackAddress());
    }

    /** @param from the address this client calls from */
    LoginClient(String gateway, InetAddress from) {
        this.gateway = URI.create(gateway);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .localAddress(from)
                .build();
    }

    /** Signs in with the demo password; afterwards the session cookie is there. */
    LoginClient login(String username) {
        arrive(username, "");
        if (get("/session").statusCode() != 200) {
            throw new IllegalStateException("Not signed in: " + username);
        }
        return this;
    }

    /** Signs in; the answer is the page where the browser comes to rest. */
    HttpResponse<String> arrive(String username, String query) {
        HttpResponse<String> form = follow(page(START + query));
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new IllegalStateException("No login form at " + form.uri() + ": " + form.statusCode());
        }
        String fields = Map.of("username", username, "password", "Demo-2026-" + username).entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return follow(send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))));
    }

    /** Where the browser of somebody who is signed in comes to rest. */
    HttpResponse<String> arriveAt(String query) {
        return follow(page(START + query));
    }

    /** Whether a new login would show the form, and not pass at once. */
    boolean isAskedForPassword() {
        return FORM.matcher(follow(page(START)).body()).find();
    }

    /** A request as the web application makes it. */
    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(gateway.resolve(path)));
    }

    /** A navigation: a browser asking for a page. */
    HttpResponse<String> page(String path) {
        return send(HttpRequest.newBuilder(gateway.resolve(path)).header("Accept", "text/html,*/*;q=0.8"));
    }

    /** A change, with the header that proves where it comes from. */
    HttpResponse<String> post(String path, String json) {
        return send(change(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A change whose body and method are still to be said. */
    HttpRequest.Builder change(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("__Host-XSRF-TOKEN"));
    }

    /** Any request, with the cookies that belong to its address. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        URI uri = request.copy().build().uri();
        String sent = cookies.values().stream()
                .filter(cookie -> uri.getPath().startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            if (uri.getPort() == gateway.getPort()) {
                received.add(response.headers().map() + "\n" + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted at " + uri, e);
        }
    }

    /** Headers and bodies of everything the gateway has answered. */
    List<String> received() {
        return List.copyOf(received);
    }

    /** A cookie's value, or an empty text. */
    String cookie(String name) {
        HttpCookie cookie = cookies.get(name);
        return cookie == null ? "" : cookie.getValue();
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        HttpResponse<String> response = first;
        for (int hop = 0; hop < HOPS && response.statusCode() / 100 == 3; hop++) {
            String location = response.headers().firstValue("Location").orElse("");
            response = send(
                    HttpRequest.newBuilder(response.uri().resolve(location)).header("Accept", "text/html,*/*;q=0.8"));
        }
        return response;
    }

    private void keep(String header) {
        for (HttpCookie cookie : HttpCookie.parse(header)) {
            if (cookie.getPath() == null) {
                cookie.setPath("/");
            }
            if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
    }
}
