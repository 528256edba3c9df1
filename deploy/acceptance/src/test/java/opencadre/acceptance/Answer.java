package opencadre.acceptance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service has answered to the script of a page. */
record Answer(int status, String etag, String text) {

    JsonNode body() {
        return JsonMapper.shared().readTree(text);
    }
}
