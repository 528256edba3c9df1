package opencadre.kit.service;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import opencadre.kit.access.Actor;
import opencadre.kit.contract.OpenApi;
import opencadre.kit.word.PaperFormat;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.core.JacksonException;

/** The OpenAPI that a running service's own code amounts to. */
public final class DescribedCode {

    static {
        // Handed to operations by the door, not sent by clients.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, PaperFormat.class);
    }

    private DescribedCode() {}

    /** Reads it from the beans of the application context. */
    public static OpenApi of(OpenApiWebMvcResource springdoc) {
        try {
            byte[] json = springdoc.openapiJson(new MockHttpServletRequest(), "/v3/api-docs", Locale.ENGLISH);
            return OpenApi.described(new String(json, StandardCharsets.UTF_8));
        } catch (com.fasterxml.jackson.core.JsonProcessingException | JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
