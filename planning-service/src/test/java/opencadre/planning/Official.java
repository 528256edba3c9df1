package opencadre.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Owner;
import org.jspecify.annotations.Nullable;

/** A person as personnel publishes them, with everything in order for a higher title unless a test says otherwise. */
final class Official {

    private static final Owner PERSONNEL = new Owner(RunningService.SERVICE);
    private static final String RECORDED = "2026-11-20T01:00:00Z";

    final UUID id = UUID.randomUUID();
    /** Of the dossier, by which workbooks name the person. */
    final String number = "F-" + id.toString().substring(0, 13);

    private final String name;
    private UUID unit;
    private String scope = "COMMUNE_PARTY_COMMITTEE";
    private long revision;
    private String birth = "1980-05-14";
    private @Nullable UUID mergedInto;
    private final Map<UUID, Map<String, Object>> posts = new HashMap<>();
    private @Nullable List<Object> ratings =
            new ArrayList<>(List.of(rating(2023, "HTTNV"), rating(2024, "HTXSNV"), rating(2025, "HTNV")));
    private @Nullable List<Object> disciplines = new ArrayList<>();
    private @Nullable List<Object> suspensions;
    private @Nullable List<Object> health = new ArrayList<>(List.of(certificate("2026-09-01")));

    Official(String name, UUID unit) {
        this.name = name;
        this.unit = unit;
    }

    /** All posts end here and the file is elsewhere. */
    Official movedTo(UUID elsewhere) {
        posts.clear();
        unit = elsewhere;
        return this;
    }

    /** The next posts are there, and the file lies there. */
    Official in(UUID elsewhere) {
        unit = elsewhere;
        return this;
    }

    Official managedBy(String managementScope) {
        scope = managementScope;
        return this;
    }

    Official born(String day) {
        birth = day;
        return this;
    }

    /** A post in a seat; the same id again puts it right. */
    Official post(UUID postId, UUID seatId, String from, @Nullable String to) {
        Map<String, Object> post = new HashMap<>(Map.of(
                "assignmentId",
                postId.toString(),
                "unitId",
                unit.toString(),
                "tree",
                "STATE",
                "title",
                "Chức danh",
                "managementScope",
                scope,
                "concurrent",
                false,
                "seatId",
                seatId.toString(),
                "validFrom",
                from,
                "recordedFrom",
                RECORDED));
        if (to != null) {
            post.put("validTo", to);
        }
        posts.put(postId, post);
        return this;
    }

    Official acting(UUID postId) {
        java.util.Objects.requireNonNull(posts.get(postId)).put("acting", true);
        return this;
    }

    Official withoutSeat(UUID postId) {
        java.util.Objects.requireNonNull(posts.get(postId)).remove("seatId");
        return this;
    }

    Official voided(UUID postId) {
        posts.remove(postId);
        return this;
    }

    Official rated(@Nullable List<Map<String, Object>> some) {
        ratings = some == null ? null : new ArrayList<>(some);
        return this;
    }

    Official suspended(String from, @Nullable String until) {
        Map<String, Object> suspension = new HashMap<>(
                Map.of("suspensionId", UUID.randomUUID().toString(), "from", from, "recordedFrom", RECORDED));
        if (until != null) {
            suspension.put("until", until);
        }
        suspensions = new ArrayList<>(List.of(suspension));
        return this;
    }

    Official disciplined(@Nullable List<Map<String, Object>> some) {
        disciplines = some == null ? null : new ArrayList<>(some);
        return this;
    }

    Official examined(@Nullable List<Map<String, Object>> some) {
        health = some == null ? null : new ArrayList<>(some);
        return this;
    }

    /** The record went into another, or stands for itself again. */
    Official mergedInto(@Nullable UUID another) {
        mergedInto = another;
        return this;
    }

    /** Publishes the next revision. */
    Official send() {
        revision++;
        Map<String, Object> state = new HashMap<>(Map.of(
                "personId", id.toString(),
                "revision", revision,
                "recordedAt", RECORDED,
                "because", "test",
                "identities",
                        List.of(Map.of(
                                "fullName", name,
                                "sex", "MALE",
                                "birth", birth,
                                "validFrom", "1900-01-01",
                                "recordedFrom", RECORDED)),
                "assignments", List.copyOf(posts.values()),
                "custody", Map.of("unitId", unit.toString(), "managementScope", scope, "from", "2020-07-01")));
        state.put("fileNumber", number);
        if (mergedInto != null) {
            state.put("mergedInto", mergedInto.toString());
        }
        put(state, "ratings", ratings);
        put(state, "disciplines", disciplines);
        put(state, "healthCertificates", health);
        put(state, "suspensions", suspensions);
        PERSONNEL.send("personnel.person.v1", id.toString(), revision, state);
        return this;
    }

    void erase() {
        revision++;
        PERSONNEL.send("personnel.person.v1", id.toString(), revision, null);
    }

    private static void put(Map<String, Object> state, String field, @Nullable List<Object> facts) {
        if (facts != null) {
            state.put(field, facts);
        }
    }

    static Map<String, Object> rating(int year, String rating) {
        return Map.of(
                "ratingId", UUID.randomUUID().toString(), "year", year, "rating", rating, "recordedFrom", RECORDED);
    }

    static Map<String, Object> discipline(String form, String decidedOn) {
        return Map.of(
                "disciplineId",
                UUID.randomUUID().toString(),
                "form",
                form,
                "decidedOn",
                decidedOn,
                "recordedFrom",
                RECORDED);
    }

    static Map<String, Object> certificate(String issuedOn) {
        return Map.of("certificateId", UUID.randomUUID().toString(), "issuedOn", issuedOn, "recordedFrom", RECORDED);
    }

    /** Publishes a term of office of a body; null for a last day takes it back. */
    static void term(UUID id, UUID unit, long revision, String from, @Nullable String to) {
        PERSONNEL.send(
                "personnel.term.v1",
                id.toString(),
                revision,
                to == null
                        ? null
                        : Map.of(
                                "termId",
                                id.toString(),
                                "revision",
                                revision,
                                "recordedAt",
                                RECORDED,
                                "unitId",
                                unit.toString(),
                                "name",
                                "Khóa I",
                                "validFrom",
                                from,
                                "validTo",
                                to,
                                "instrument",
                                "01/NQ-HĐND"));
    }

    /** Publishes a seat of a commune. */
    static void seat(UUID id, UUID unit, String code, int rank, long revision) {
        seat(id, unit, code, rank, revision, "COMMUNE_PARTY_COMMITTEE");
    }

    /** The same in another management scope. */
    static void seat(UUID id, UUID unit, String code, int rank, long revision, String managementScope) {
        PERSONNEL.send(
                "personnel.seat.v1",
                id.toString(),
                revision,
                Map.ofEntries(
                        Map.entry("seatId", id.toString()),
                        Map.entry("revision", revision),
                        Map.entry("recordedAt", RECORDED),
                        Map.entry("because", "test"),
                        Map.entry("unitId", unit.toString()),
                        Map.entry("tree", "STATE"),
                        Map.entry(
                                "title",
                                Map.of(
                                        "code",
                                        code,
                                        "name",
                                        "Chức danh " + code,
                                        "rank",
                                        rank,
                                        "leadership",
                                        true,
                                        "equalTitles",
                                        List.of(code + "_EQ"),
                                        "theoryAsked",
                                        "CAO_CAP",
                                        "standardBasis",
                                        "365-QĐ/TW")),
                        Map.entry("kind", "ELECTED"),
                        Map.entry("regime", "CADRE"),
                        Map.entry("managementScope", managementScope),
                        Map.entry("holders", 1),
                        Map.entry("validFrom", "2020-07-01")));
    }

    /** Publishes a certificate of advanced political theory in a state. */
    void theory(UUID certificateId, long revision, String state) {
        PERSONNEL.send(
                "training.certificate.v1",
                certificateId.toString(),
                revision,
                Map.of(
                        "certificateId",
                        certificateId.toString(),
                        "personId",
                        id.toString(),
                        "revision",
                        revision,
                        "recordedAt",
                        RECORDED,
                        "because",
                        "test",
                        "versions",
                        List.of(Map.of(
                                "kind", "POLITICAL_THEORY",
                                "level", "THEORY_ADVANCED",
                                "name", "Cao cấp lý luận chính trị",
                                "number", "LLCT-" + certificateId,
                                "issuer", "Học viện Chính trị quốc gia Hồ Chí Minh",
                                "issuedOn", "2024-06",
                                "state", state,
                                "validFrom", "2024-06-01",
                                "recordedFrom", RECORDED))));
    }

    /** Publishes that they were sent to study political theory, in a class at the unit where they are. */
    void studies(String level, String decidedOn) {
        PERSONNEL.send(
                "training.learning.v1",
                id.toString(),
                1,
                Map.of(
                        "personId",
                        id.toString(),
                        "revision",
                        1,
                        "recordedAt",
                        RECORDED,
                        "because",
                        "enrolled",
                        "enrolments",
                        List.of(Map.ofEntries(
                                Map.entry("enrolmentId", UUID.randomUUID().toString()),
                                Map.entry("kind", "POLITICAL_THEORY"),
                                Map.entry("level", level),
                                Map.entry("course", "FULL"),
                                Map.entry("mode", "CONCENTRATED"),
                                Map.entry("name", "Lớp"),
                                Map.entry("provider", "Trường"),
                                Map.entry("placeUnitId", unit.toString()),
                                Map.entry("decision", "312-QĐ/TU"),
                                Map.entry("decidedOn", decidedOn),
                                Map.entry("startsOn", decidedOn),
                                Map.entry("validFrom", decidedOn),
                                Map.entry("recordedFrom", RECORDED)))));
    }
}
