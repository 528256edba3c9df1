package opencadre.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PagesTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void withoutTheWebApplicationThePageSaysSoInBothLanguages() throws IOException {
        new Pages(new ClassPathResource("static/no-such-page.html")).write(request, response);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.getContentAsString()).contains("chưa được dựng", "is not built");
    }

    @Test
    void thePageCarriesTheNonceOfItsOwnAnswer() throws IOException {
        byte[] page = "<html><meta content=\"__CSP_NONCE__\"></html>".getBytes(StandardCharsets.UTF_8);

        new Pages(new ByteArrayResource(page)).write(request, response);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .isEqualTo("<html><meta content=\"" + Nonce.of(request) + "\"></html>");
    }

    @Test
    void filesAndServicesAreNoPages() {
        assertThat(Pages.isPage(navigation("/people/12"))).isTrue();
        assertThat(Pages.isPage(navigation("/api/personnel/people"))).isFalse();
        assertThat(Pages.isPage(navigation("/assets/index-1.js"))).isFalse();
        assertThat(Pages.isPage(navigation("/favicon.ico"))).isFalse();
        assertThat(Pages.isPage(new MockHttpServletRequest("GET", "/people/12")))
                .isFalse();
    }

    private static MockHttpServletRequest navigation(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept", "text/html,*/*;q=0.8");
        return request;
    }
}
