package opencadre.personnel;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Access;
import opencadre.kit.access.Grant;
import opencadre.kit.access.Grants;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Servers;
import opencadre.kit.service.Tokens;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on real servers, over a province with two communes and a ward office below the first. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningService {

    static final UUID PROVINCE = UUID.fromString("019a8f00-0000-7000-8000-00000000f000");
    static final UUID COMMUNE = UUID.fromString("019a8f00-0000-7000-8000-00000000f100");
    static final UUID OFFICE = UUID.fromString("019a8f00-0000-7000-8000-00000000f110");
    static final UUID NEIGHBOUR = UUID.fromString("019a8f00-0000-7000-8000-00000000f200");

    /** Where the keys of documents are; every test of a build has the same. */
    static final Path KEYS = Path.of("target", "document-keys").toAbsolutePath();

    static final String PEOPLE = "/api/personnel/people";

    static final String ADMIN = "quantri";
    static final String OFFICER = "tochuc.tinh";
    static final String CLERK = "vanthu.songcong";
    static final String OTHER_CLERK = "vanthu.baxuyen";

    @LocalServerPort
    private int port;

    @Autowired
    private Grants grants;

    @Autowired
    private ScopedWork work;

    @Autowired
    private DSLContext db;

    @org.springframework.beans.factory.annotation.Value("${spring.datasource.url}")
    private String url;

    @org.springframework.beans.factory.annotation.Value("${spring.datasource.username}")
    private String role;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register("personnel", registry);
        registry.add("opencadre.documents.keys", () -> KEYS);
        registry.add("opencadre.documents.make-keys", () -> "true");
    }

    @BeforeEach
    void settle() {
        establish(PROVINCE, null, "Tỉnh Thái Nguyên");
        establish(COMMUNE, PROVINCE, "Phường Sông Công");
        establish(OFFICE, COMMUNE, "Văn phòng phường Sông Công");
        establish(NEIGHBOUR, PROVINCE, "Phường Bá Xuyên");
        grant(OFFICER, "PROV_ORG_OFFICER", PROVINCE);
        grant(CLERK, "UNIT_ORG_OFFICER", COMMUNE);
        grant(OTHER_CLERK, "UNIT_ORG_OFFICER", NEIGHBOUR);
    }

    final void establish(UUID id, @org.jspecify.annotations.Nullable UUID parent, String name) {
        Map<String, Object> unit = new java.util.HashMap<>(Map.of(
                "tree", "STATE",
                "name", name,
                "type", "TEST",
                "validFrom", "2025-07-01",
                "instrument", "1683/NQ-UBTVQH15"));
        if (parent == null) {
            unit.put("agencyCode", "H55");
        } else {
            unit.put("parentId", parent.toString());
        }
        Caller.Answer answer = as(ADMIN).ask("PUT", "/api/personnel/units/" + id, unit);
        if (answer.status() != 200) {
            throw new AssertionError("no unit " + name + ": " + answer.body());
        }
    }

    /** Lets an account hold exactly this, under the version of the token it has. */
    final void grant(String username, String role, UUID unit) {
        hold(username, new Grant(role, unit, List.of(), 0, LocalDate.of(2025, 1, 1), null));
    }

    /** Lets an account see this record alone. */
    final void grantOwnRecord(String username, UUID unit, String person) {
        hold(
                username,
                new Grant(
                        Access.OWN_RECORD,
                        unit,
                        UUID.fromString(person),
                        List.of(),
                        0,
                        LocalDate.of(2025, 1, 1),
                        null));
    }

    /** Lets an account hold these rights and no others, under the version of the token it has. */
    final void hold(String username, Grant... held) {
        String token = Tokens.of(username, "personnel");
        work.asSystem("test", () -> {
            grants.replace(new Grants.Account(Tokens.subject(token), username, Tokens.version(token), List.of(held)));
            return null;
        });
    }

    /** What an account shall hold, said on what stands; somebody else's change in between is gone on from. */
    final Caller.Answer putGrants(String username, Map<String, Object> grants) {
        String path = "/api/personnel/accounts/" + username + "/grants";
        Caller.Answer answer;
        do {
            Caller.Answer now = as(ADMIN).get(path);
            answer = as(ADMIN).ask("PUT", path, grants, "If-Match", now.status() == 200 ? now.etag() : "\"0\"");
        } while (answer.status() == 412);
        return answer;
    }

    final String url() {
        return url;
    }

    final Caller stranger() {
        return Caller.stranger(port, "personnel");
    }

    final Caller as(String username) {
        return stranger().as(username, "personnel");
    }

    /** A number of the database, past both fences. */
    final long count(String sql, Object... arguments) {
        return work.asSystem("test", () -> db.fetchSingle(sql, arguments).get(0, Long.class));
    }

    /** Operations of the audit about a person, oldest first, as its owner reads it: the service may only add. */
    final List<String> auditEntries(String personId) {
        UUID person = UUID.fromString(personId);
        return Servers.asSuperuser(
                url,
                "SELECT operation FROM audit WHERE person_id = '" + person
                        + "' OR id IN (SELECT audit_id FROM audit_subject WHERE person_id = '" + person
                        + "') ORDER BY at");
    }

    /** Makes an account somebody's, or nobody's, as the administrator does. */
    final void is(String username, @Nullable String holder) {
        asOwner("UPDATE account SET holder = " + (holder == null ? "NULL" : "'" + holder + "'") + " WHERE account = '"
                + Tokens.subject(Tokens.of(username, "personnel")) + "'");
    }

    /** A statement past every fence. */
    final void asOwner(String sql) {
        Servers.asSuperuser(url, sql);
    }

    /** Name of the role that the service connects as. */
    final String role() {
        return role;
    }

    /** Gives the role that the service connects as another attribute, as {@code BYPASSRLS}. */
    final void alterOwnRole(String attribute) {
        Servers.asSuperuser(url, "ALTER ROLE " + role + " " + attribute);
    }

    /** A registration as the form sends it; the ID number fits sex and birth. */
    static Map<String, Object> person(String name, UUID unit) {
        return Map.of(
                "fullName",
                name,
                "sex",
                "MALE",
                "birth",
                "1982-08-14",
                "assignment",
                Map.of(
                        "unitId", unit.toString(),
                        "title", "Công chức Văn phòng - Thống kê",
                        "managementScope", "COMMUNE_PARTY_COMMITTEE",
                        "validFrom", "2025-07-01"));
    }

    final Caller.Answer register(String username, Map<String, Object> person) {
        return as(username)
                .ask(
                        "POST",
                        "/api/personnel/people",
                        person,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    /** Id of a newly registered person. */
    final String registered(String username, String name, UUID unit) {
        Caller.Answer answer = register(username, person(name, unit));
        if (answer.status() != 201) {
            throw new AssertionError("not registered: " + answer.body());
        }
        return answer.body().path("id").asString();
    }

    /** An answer that is a file. */
    final byte[] file(String username, String path) {
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + Tokens.of(username, "personnel"))
                .build();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var answer = http.send(request, java.net.http.HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError("no file: " + answer.statusCode());
            }
            return answer.body();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
