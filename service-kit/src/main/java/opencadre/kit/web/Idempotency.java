package opencadre.kit.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import opencadre.kit.rule.Finding;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that may arrive twice changes state once. The answer is kept in the transaction of the change; the same key
 * with the same request hears it again, with another request it is refused (422).
 */
public final class Idempotency {

    private final DSLContext db;
    private final JsonMapper json;

    public Idempotency(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * Runs the change once. Call it inside the transaction of the change; a second caller with the same key waits for
     * the first to end.
     *
     * @param account whose key it is
     * @param key the {@code Idempotency-Key}, 8 to 100 characters
     * @param operation what is asked, as {@code registerPerson}
     * @param request everything that the change depends on
     */
    public ResponseEntity<String> once(
            String account, String key, String operation, Object request, Supplier<ResponseEntity<?>> change) {
        wellFormed(key);
        String hash = hash(operation + json.writeValueAsString(request));
        int first = db.execute(
                "INSERT INTO idempotency (account, key, request) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                account,
                key,
                hash);
        if (first == 0) {
            return repeated(account, key, hash);
        }
        ResponseEntity<?> answer = change.get();
        String body = json.writeValueAsString(answer.getBody());
        String etag = answer.getHeaders().getETag();
        db.execute(
                "UPDATE idempotency SET status = ?, etag = ?, body = ? WHERE account = ? AND key = ?",
                answer.getStatusCode().value(),
                etag,
                body,
                account,
                key);
        return entity(answer.getStatusCode().value(), etag, body);
    }

    /** The same of a request that changes nothing, as a trial: nothing is kept of what it was answered. */
    public ResponseEntity<String> unkept(String key, Object answer) {
        wellFormed(key);
        return entity(HttpStatus.OK.value(), null, json.writeValueAsString(answer));
    }

    /** Refuses a key that is none. */
    public static void wellFormed(String key) {
        if (!key.matches("[\\x21-\\x7e]{8,100}")) {
            throw Refused.invalid(Finding.of("Idempotency-Key", "wrong-form"));
        }
    }

    private ResponseEntity<String> repeated(String account, String key, String hash) {
        var earlier = db.fetchSingle(
                "SELECT request, status, etag, body FROM idempotency WHERE account = ? AND key = ?", account, key);
        if (!hash.equals(earlier.get("request", String.class))) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", List.of());
        }
        return entity(
                earlier.get("status", Integer.class),
                earlier.get("etag", String.class),
                earlier.get("body", String.class));
    }

    private static ResponseEntity<String> entity(
            int status, @org.jspecify.annotations.Nullable String etag, String body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        return (etag == null ? answer : answer.eTag(etag)).body(body);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
