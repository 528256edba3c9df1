package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Owner;
import opencadre.kit.service.Servers;
import opencadre.kit.service.Tokens;
import opencadre.local.Await;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on real servers; what it knows of units, people and rights comes from personnel's topics. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningService {

    static final String SERVICE = "planning";
    static final String PEOPLE = "/api/planning/people";

    static final UUID PROVINCE = UUID.fromString("019a8f00-0000-7000-8000-00000000f000");
    static final UUID COMMUNE = UUID.fromString("019a8f00-0000-7000-8000-00000000f100");
    static final UUID OFFICE = UUID.fromString("019a8f00-0000-7000-8000-00000000f110");
    static final UUID NEIGHBOUR = UUID.fromString("019a8f00-0000-7000-8000-00000000f200");

    static final String OFFICER = "tochuc.tinh";
    static final String CLERK = "vanthu.songcong";
    static final String OTHER_CLERK = "vanthu.baxuyen";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RECORDED = "2026-11-20T01:00:00Z";
    // Past what an earlier process told this broker.
    private static final AtomicLong LATER = new AtomicLong(System.currentTimeMillis());
    private static final Owner PERSONNEL = new Owner(SERVICE);

    @LocalServerPort
    private int port;

    @Value("${spring.datasource.url}")
    private String url;

    @Value("${spring.datasource.username}")
    private String role;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(SERVICE, registry);
    }

    @BeforeEach
    void settle() {
        unit(PROVINCE, null, 1, 999);
        unit(COMMUNE, PROVINCE, 100, 199);
        unit(OFFICE, COMMUNE, 110, 119);
        unit(NEIGHBOUR, PROVINCE, 200, 299);
        grant(OFFICER, "PROV_ORG_OFFICER", PROVINCE);
        grant(CLERK, "UNIT_ORG_OFFICER", COMMUNE);
        grant(OTHER_CLERK, "UNIT_ORG_OFFICER", NEIGHBOUR);
        for (String username : List.of(OFFICER, CLERK, OTHER_CLERK)) {
            await(() -> as(username).get(PEOPLE + "/count").status() == 200);
        }
    }

    /** Publishes any state of a key of personnel's. */
    static void tell(String topic, UUID key, long revision, Map<String, Object> state) {
        PERSONNEL.send(topic, key.toString(), revision, state);
    }

    static void unit(UUID id, @Nullable UUID parent, long lo, long hi) {
        Map<String, Object> position = new HashMap<>(Map.of("lo", lo, "hi", hi));
        if (parent != null) {
            position.put("parentId", parent.toString());
        }
        PERSONNEL.send(
                "personnel.unit.v1",
                id.toString(),
                1,
                Map.of(
                        "unitId",
                        id.toString(),
                        "revision",
                        1,
                        "recordedAt",
                        RECORDED,
                        "tree",
                        "STATE",
                        "agencyCode",
                        agencyCode(id),
                        "position",
                        position,
                        "versions",
                        List.of(Map.of(
                                "name", "Đơn vị " + lo,
                                "type", "TEST",
                                "validFrom", "2025-07-01",
                                "instrument", "1683/NQ-UBTVQH15"))));
    }

    /** By which workbooks name the unit. */
    static String agencyCode(UUID unit) {
        return "CQ-" + unit.toString().substring(24);
    }

    /** Publishes a reorganisation that ends these units, decided at a level; its id. */
    static UUID reorganised(String level, UUID... units) {
        UUID id = UUID.randomUUID();
        List<String> ended = Arrays.stream(units).map(UUID::toString).toList();
        PERSONNEL.send(
                "personnel.reorganisation.v1",
                id.toString(),
                1,
                Map.of(
                        "reorganisationId",
                        id.toString(),
                        "revision",
                        1,
                        "recordedAt",
                        RECORDED,
                        "state",
                        "DRAFT",
                        "name",
                        "Sắp xếp thử",
                        "effectiveOn",
                        "2027-07-01",
                        "level",
                        level,
                        "units",
                        ended,
                        "endedUnits",
                        ended));
        return id;
    }

    /** Publishes that an account holds exactly this, under a version at which its present token still stands. */
    static void grant(String username, String role, UUID unit) {
        grant(username, role, unit, 1);
    }

    /** For an account whose rights several tests change: its states are counted on from one test to the next. */
    static long laterRevision() {
        return LATER.incrementAndGet();
    }

    /** The same as a later state of the account. */
    static void grant(String username, String role, UUID unit, long revision) {
        String token = Tokens.of(username, SERVICE);
        long version = Tokens.version(token);
        PERSONNEL.send(
                "personnel.grant.v1",
                Tokens.subject(token),
                revision,
                Map.of(
                        "account",
                        Tokens.subject(token),
                        "username",
                        username,
                        "authzVersion",
                        version,
                        "grants",
                        List.of(Map.of(
                                "role",
                                role,
                                "unitId",
                                unit.toString(),
                                "managementScopes",
                                List.of(),
                                "securityClass",
                                0,
                                "validFrom",
                                "2025-07-01"))));
    }

    /** Publishes a person in a unit whose post began on a day; a post without a day was voided. */
    static void person(UUID id, long revision, String name, UUID unit, @Nullable String since) {
        List<Object> posts = new ArrayList<>();
        if (since != null) {
            posts.add(Map.of(
                    "assignmentId",
                    new UUID(id.getMostSignificantBits(), 1).toString(),
                    "unitId",
                    unit.toString(),
                    "tree",
                    "STATE",
                    "title",
                    "Phó Chủ tịch UBND",
                    "managementScope",
                    "COMMUNE_PARTY_COMMITTEE",
                    "concurrent",
                    false,
                    "validFrom",
                    since,
                    "recordedFrom",
                    RECORDED));
        }
        PERSONNEL.send(
                "personnel.person.v1",
                id.toString(),
                revision,
                Map.of(
                        "personId",
                        id.toString(),
                        "revision",
                        revision,
                        "recordedAt",
                        RECORDED,
                        "because",
                        "test",
                        "identities",
                        List.of(Map.of(
                                "fullName", name,
                                "sex", "MALE",
                                "birth", "1982",
                                "validFrom", "1900-01-01",
                                "recordedFrom", RECORDED)),
                        "assignments",
                        posts,
                        "custody",
                        Map.of(
                                "unitId", unit.toString(),
                                "managementScope", "COMMUNE_PARTY_COMMITTEE",
                                "from", "2025-07-01")));
    }

    static void erase(UUID id, long revision) {
        PERSONNEL.send("personnel.person.v1", id.toString(), revision, null);
    }

    final Caller stranger() {
        return Caller.stranger(port, SERVICE);
    }

    final Caller as(String username) {
        return stranger().as(username, SERVICE);
    }

    final String url() {
        return url;
    }

    /** Texts of the first column, past every fence. */
    final List<String> read(String sql) {
        return Servers.asSuperuser(url, sql);
    }

    /** Gives the role that the service connects as another attribute, as {@code BYPASSRLS}. */
    final void alterOwnRole(String attribute) {
        Servers.asSuperuser(url, "ALTER ROLE " + role + " " + attribute);
    }

    static void await(BooleanSupplier condition) {
        assertThat(Await.until(PATIENCE, condition)).as("in time").isTrue();
    }
}
