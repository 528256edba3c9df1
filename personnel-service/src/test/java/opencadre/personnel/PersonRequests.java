package opencadre.personnel;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
}
