package opencadre.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RateLimitIT extends RunningGateway {

    private static final int ENOUGH = 5000;

    @Test
    void aSessionThatAsksTooMuchHasToWaitAndNobodyElse() {
        LoginClient client = signedIn();
        LoginClient other = signedIn();

        HttpResponse<String> refused = firstWith(429, () -> client.get("/api/personnel/many"));

        isProblem(refused, 429, "too-many-requests");
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isPositive();
        assertThat(other.get("/api/personnel/few").statusCode()).isEqualTo(200);
        assertThat(client.page("/").statusCode()).isNotEqualTo(429);
    }

    @Test
    void anAddressWithoutASessionHasToWaitAndNobodyElse() throws UnknownHostException {
        LoginClient stranger = new LoginClient(URL, InetAddress.getByName("127.0.0.2"));

        // A made-up session or a made-up address is no way around it.
        HttpResponse<String> refused = firstWith(
                429,
                () -> stranger.send(stranger.change("/api/personnel/guess")
                        .header("X-Forwarded-For", "10.0.0." + System.nanoTime() % 250)
                        .header("Cookie", "__Host-opencadre=" + System.nanoTime())
                        .GET()));

        isProblem(refused, 429, "too-many-requests");
        isProblem(new LoginClient(URL).get("/api/personnel/guess"), 401, "not-signed-in");
        assertThat(signedIn().get("/api/personnel/few").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverFloodsTheBackChannelHasToWaitAndKeycloakDoesNot() throws UnknownHostException {
        LoginClient flood = new LoginClient(URL, InetAddress.getByName("127.0.0.3"));
        LoginClient client = signedIn();

        HttpResponse<String> refused = firstWith(
                429,
                () -> flood.send(HttpRequest.newBuilder(URI.create(URL + "/logout/connect/back-channel/keycloak"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("logout_token=nonsense"))));

        isProblem(refused, 429, "too-many-requests");
        REALM.logOut(OFFICER);
        isProblem(client.get("/session"), 401, "not-signed-in");
    }

    @Test
    void anAddressWrittenWithPercentSignsCountsToo() throws UnknownHostException {
        LoginClient stranger = new LoginClient(URL, InetAddress.getByName("127.0.0.4"));

        isProblem(firstWith(429, () -> stranger.get("/%61pi/personnel/guess")), 429, "too-many-requests");
    }

    private static HttpResponse<String> firstWith(int status, Supplier<HttpResponse<String>> request) {
        return Stream.generate(request)
                .limit(ENOUGH)
                .filter(answer -> answer.statusCode() == status)
                .findFirst()
                .orElseThrow();
    }
}
