package opencadre.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import opencadre.local.FreePorts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

class TwoGatewaysIT extends RunningGateway {

    private static final List<Integer> PORTS = FreePorts.some(2);
    private static final String SECOND = "http://localhost:" + PORTS.getFirst();

    private static ConfigurableApplicationContext second;

    @BeforeAll
    static void startTheSecond(@Autowired ConfigurableEnvironment first) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(GatewayApplication.class);
        application.initializers(context -> {
            var sources = context.getEnvironment().getPropertySources();
            first.getPropertySources().stream()
                    .filter(source -> source.getName().equals("Dynamic Test Properties"))
                    .forEach(sources::addFirst);
            sources.addFirst(new MapPropertySource(
                    "second", Map.of("server.port", PORTS.getFirst(), "management.server.port", PORTS.getLast())));
        });
        second = application.run();
    }

    @AfterAll
    static void stopTheSecond() {
        second.close();
    }

    @AfterEach
    void mendTheRealm() {
        REALM.rotateRefreshTokens(false);
        REALM.tokenLifespan(300);
    }

    @Test
    void bothServeTheSameSession() {
        LoginClient client = signedIn();

        assertThat(get(client, SECOND)).isEqualTo(200);
    }

    @Test
    void aLogoutAtOneIsSeenAtTheOtherWithinSeconds() {
        LoginClient client = signedIn();
        LoginClient colleague = new LoginClient(URL).login(CLERK);
        get(client, SECOND);
        get(colleague, SECOND);

        REALM.logOut(OFFICER);

        await().atMost(Duration.ofSeconds(6)).until(() -> get(client, SECOND) == 401);
        assertThat(get(colleague, SECOND)).isEqualTo(200);
    }

    @Test
    void togetherTheyRefreshOnceAndRotationDoesNotEndTheSession() throws InterruptedException {
        REALM.tokenLifespan(62);
        REALM.rotateRefreshTokens(true);
        LoginClient client = signedIn();

        for (int round = 0; round < 4; round++) {
            get(client, URL);
            get(client, SECOND);
            // Nothing but time ends a token, and the provider's clock is real.
            Thread.sleep(Duration.ofMillis(3100));
            long refreshes = IDENTITY.count("grant_type=refresh_token");

            assertThat(burst(client)).containsOnly(200);

            assertThat(IDENTITY.count("grant_type=refresh_token") - refreshes).isEqualTo(1);
        }
    }

    private static List<Integer> burst(LoginClient client) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> requests = IntStream.range(0, 12)
                    .<Callable<Integer>>mapToObj(i -> () -> get(client, i % 2 == 0 ? URL : SECOND))
                    .toList();
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }

    private static int get(LoginClient client, String gateway) {
        return client.send(HttpRequest.newBuilder(URI.create(gateway + "/api/personnel/both")))
                .statusCode();
    }
}
