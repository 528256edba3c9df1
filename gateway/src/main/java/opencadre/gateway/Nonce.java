package opencadre.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;

/** The number used once that lets the page of this very answer, and no other, bring its styles. */
final class Nonce {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ATTRIBUTE = Nonce.class.getName();

    private Nonce() {}

    /** The same for the page and for the header of one answer. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String made) {
            return made;
        }
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(ATTRIBUTE, nonce);
        return nonce;
    }
}
