package opencadre.planted.feature;

import tools.jackson.databind.JsonNode;

record PortWithJson(JsonNode node) {}
