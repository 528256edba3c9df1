package opencadre.personnel;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Servers;
import opencadre.kit.service.Tokens;
import org.jspecify.annotations.Nullable;

/** What requests about a person look like, and what they write. */
abstract class PersonRequests extends RunningService {

    /** What every registration writes, in one transaction. */
    long rows() {
        return count("""
            SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM identity) + (SELECT count(*) FROM assignment)
                 + (SELECT count(*) FROM place) + (SELECT count(*) FROM person_word) + (SELECT count(*) FROM idempotency)
            """);
    }

    static Map<String, Object> with(Map<String, Object> person, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(person);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> post(UUID unit, String from, @Nullable String to) {
        Map<String, Object> post = new HashMap<>(Map.of(
                "unitId",
                unit.toString(),
                "title",
                "Phó Chủ tịch UBND",
                "managementScope",
                "COMMUNE_PARTY_COMMITTEE",
                "validFrom",
                from));
        if (to != null) {
            post.put("validTo", to);
        }
        return post;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** The name that an account is shown under; it is known from then on, as it is once the accounts were read. */
    final String nameOf(String username) {
        String account = Tokens.subject(Tokens.of(username, "personnel"));
        String name = as(username).get("/api/personnel/me").body().path("name").asString();
        asOwner("INSERT INTO account_entry (account, username, name, enabled, administers) VALUES ('" + account + "', '"
                + username + "', '" + name + "', true, false) ON CONFLICT DO NOTHING");
        return Servers.asSuperuser(url(), "SELECT name FROM account_entry WHERE account = '" + account + "'")
                .getFirst();
    }

    static final String SEATS = "/api/personnel/seats";

    /** A title of the catalogue under this code. */
    final void title(String code, int rank) {
        Caller.Answer answer = as(ADMIN)
                .ask(
                        "PUT",
                        "/api/personnel/titles/" + code,
                        Map.of("name", "Chức danh " + code, "rank", rank, "leadership", true));
        if (answer.status() != 200) {
            throw new AssertionError("no title: " + answer.body());
        }
    }

    static Map<String, Object> seatIn(UUID unit, String title) {
        return Map.of(
                "unitId",
                unit.toString(),
                "titleCode",
                title,
                "kind",
                "APPOINTED",
                "regime",
                "CADRE",
                "managementScope",
                "COMMUNE_PARTY_COMMITTEE",
                "holders",
                1,
                "validFrom",
                "2025-07-01",
                "instrument",
                "1683/NQ-UBTVQH15");
    }

    /** Id of a new seat for one holder in a unit, under a title of its own. */
    final String seat(UUID unit) {
        title("T_THU", 50);
        String id = UUID.randomUUID().toString();
        Caller.Answer answer = as(ADMIN).ask("PUT", SEATS + "/" + id, seatIn(unit, "T_THU"));
        if (answer.status() != 200) {
            throw new AssertionError("no seat: " + answer.body());
        }
        return id;
    }

    static Map<String, Object> inSeat(String seat, String from) {
        return Map.of("seatId", seat, "concurrent", true, "validFrom", from);
    }

    /** Adds a post to a person at a revision. */
    final Caller.Answer addPost(String username, String person, long revision, Map<String, Object> post) {
        return as(username)
                .ask(
                        "POST",
                        PEOPLE + "/" + person + "/assignments",
                        post,
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
    }
}
