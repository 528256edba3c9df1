package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Reach;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.access.Units;
import opencadre.kit.events.Inbox;
import opencadre.kit.service.Owner;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The copy of what training says: it follows, it forgets, it can be made anew; and row-level security holds it. */
class TrainingCopyIT extends RunningService {

    private static final Owner TRAINING = new Owner(SERVICE);
    private static final String TOPIC = "training.certificate.v1";
    private static final String ENTERED = "2026-11-20T01:00:00Z";
    private static final String VERIFIED = "2026-11-24T02:30:00Z";

    @Autowired
    private Inbox inbox;

    @Autowired
    private ScopedWork work;

    @Autowired
    private Units units;

    @Autowired
    private DSLContext db;

    @Test
    void itFollowsFromEnteredToVerifiedAndForgets() {
        UUID person = UUID.randomUUID();
        UUID certificate = UUID.randomUUID();
        person(person, 1, "Lã Văn Bằng", COMMUNE, "2025-07-01");

        certificate(certificate, person, 1, List.of(version("ENTERED", ENTERED, null)));
        await(() -> states(certificate).equals(List.of("ENTERED")));
        certificate(
                certificate,
                person,
                2,
                List.of(version("ENTERED", ENTERED, VERIFIED), version("VERIFIED", VERIFIED, null)));
        await(() -> states(certificate).equals(List.of("VERIFIED")));

        TRAINING.send(TOPIC, certificate.toString(), 3, null);
        await(() -> states(certificate).isEmpty());
    }

    @Test
    void madeAnewItHasTheSameRows() {
        UUID person = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        certificate(gone, person, 1, List.of(version("ENTERED", ENTERED, null)));
        certificate(kept, person, 1, List.of(version("VERIFIED", VERIFIED, null)));
        TRAINING.send(TOPIC, gone.toString(), 2, null);
        await(() -> states(kept).size() == 1 && states(gone).isEmpty());
        List<String> before = dump();

        inbox.rebuild(TOPIC);

        await(() -> dump().equals(before));
        assertThat(before).isNotEmpty();
        assertThat(inbox.parked()).isEmpty();
    }

    @Test
    void whoeverDoesNotReachThePersonSeesNoCertificate() {
        UUID person = UUID.randomUUID();
        UUID certificate = UUID.randomUUID();
        person(person, 1, "Lã Văn Kín", COMMUNE, "2025-07-01");
        certificate(certificate, person, 1, List.of(version("VERIFIED", VERIFIED, null)));
        await(() -> as(CLERK).get(PEOPLE + "/" + person).status() == 200
                && states(certificate).size() == 1);

        assertThat(seenFrom(COMMUNE, certificate)).isEqualTo(1);
        assertThat(seenFrom(NEIGHBOUR, certificate)).isZero();
    }

    private int seenFrom(UUID unit, UUID certificate) {
        Units.Node node = units.find(unit).orElseThrow();
        Reach reach = Reach.of(List.of(new Reach.Opening(node.lo(), node.hi(), List.of(), 0)));
        Actor actor = new Actor(
                "somebody",
                "somebody",
                "somebody",
                1,
                "plan.read",
                java.util.Set.of("plan.read"),
                List.of(),
                reach,
                java.time.LocalDate.of(2026, 11, 24));
        return work.read(
                actor,
                () -> db.fetchCount(
                        org.jooq.impl.DSL.table("certificate_copy"),
                        org.jooq.impl.DSL.condition("certificate_id = {0}", org.jooq.impl.DSL.val(certificate))));
    }

    private static Map<String, Object> version(
            String state, String from, @org.jspecify.annotations.Nullable String to) {
        Map<String, Object> version = new java.util.HashMap<>(Map.of(
                "kind",
                "POLITICAL_THEORY",
                "level",
                "THEORY_ADVANCED",
                "name",
                "Cao cấp lý luận chính trị",
                "number",
                "LLCT-1",
                "issuer",
                "Học viện Chính trị quốc gia Hồ Chí Minh",
                "issuedOn",
                "2024-06",
                "state",
                state,
                "validFrom",
                "2024-06-01",
                "recordedFrom",
                from));
        if (to != null) {
            version.put("recordedTo", to);
        }
        return version;
    }

    private static void certificate(UUID id, UUID person, long revision, List<Map<String, Object>> versions) {
        TRAINING.send(
                TOPIC,
                id.toString(),
                revision,
                Map.of(
                        "certificateId",
                        id.toString(),
                        "personId",
                        person.toString(),
                        "revision",
                        revision,
                        "recordedAt",
                        VERIFIED,
                        "because",
                        "test",
                        "versions",
                        versions));
    }

    private List<String> states(UUID certificate) {
        return read("SELECT state FROM certificate_copy WHERE certificate_id = '" + certificate + "'");
    }

    private List<String> dump() {
        return read("""
            SELECT certificate_id || person_id::text || revision || recorded_at || kind || level || name || number || issuer
                   || issued_on || state || valid_from || valid_to
              FROM certificate_copy ORDER BY certificate_id
            """);
    }
}
