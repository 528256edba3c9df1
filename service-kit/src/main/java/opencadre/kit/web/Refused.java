package opencadre.kit.web;

import java.util.List;
import opencadre.kit.rule.Finding;
import org.springframework.http.HttpStatus;

/**
 * A request that ends in a problem. Business rules return sealed outcomes; the web layer turns a "no" into this.
 *
 * <p>The code is the key of the title, the findings say what and where.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<Finding> findings;

    public Refused(HttpStatus status, String code, List<Finding> findings) {
        super(code + " " + findings.stream().map(Finding::code).toList());
        this.status = status;
        this.code = code;
        this.findings = List.copyOf(findings);
    }

    /** Does not exist, or does not for this reader. */
    public static Refused notFound() {
        return new Refused(HttpStatus.NOT_FOUND, "not-found", List.of());
    }

    /** Understood, and against a rule: 422. */
    public static Refused unlawful(List<Finding> findings) {
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "refused", findings);
    }

    /** Not understood: 400. */
    public static Refused invalid(Finding... findings) {
        return new Refused(HttpStatus.BAD_REQUEST, "invalid", List.of(findings));
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Finding> findings() {
        return findings;
    }
}
