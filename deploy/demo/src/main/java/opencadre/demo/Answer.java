package opencadre.demo;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway has answered. */
public record Answer(int status, String etag, JsonNode body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(), response.headers().firstValue("ETag").orElse(""), json(response.body()));
    }

    public boolean isGood() {
        return status / 100 == 2;
    }

    /** This answer, if it is one of success. Errors: {@link Unavailable} with what was said instead. */
    public Answer orEnd(String what) {
        if (!isGood()) {
            throw new Unavailable(
                    what + ": " + status + " " + body.path("title").asString("without a reason"));
        }
        return this;
    }

    /** Each finding as the refusal of a row, or the problem itself when it names no field. */
    List<Refusal> refusals(Row row) {
        List<Refusal> refusals = new ArrayList<>();
        for (JsonNode finding : body.path("findings")) {
            refusals.add(new Refusal(
                    row.file(),
                    row.line(),
                    finding.path("field").asString("row"),
                    finding.path("messages").path("vi").asString("?")));
        }
        if (refusals.isEmpty()) {
            String said = body.path("messages").path("vi").asString("không có lý do");
            refusals.add(new Refusal(row.file(), row.line(), "row", status + " " + said));
        }
        return refusals;
    }

    /** Why it was refused, one sentence each. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        for (JsonNode finding : body.path("findings")) {
            reasons.add(finding.path("messages").path("vi").asString("?"));
        }
        return reasons.isEmpty()
                ? List.of(status + " " + body.path("messages").path("vi").asString("không có lý do"))
                : reasons;
    }

    private static JsonNode json(String body) {
        try {
            return JsonMapper.shared().readTree(body.isBlank() ? "{}" : body);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
