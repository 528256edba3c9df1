package opencadre.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers what Tomcat refuses before any filter sees it, for example an address it cannot decode. */
final class ProblemValve extends ErrorReportValve {

    private final AnswerHeaders headers;

    ProblemValve(AnswerHeaders headers) {
        this.headers = headers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            headers.writeHeaders(request.getRequest(), response.getResponse());
            Refusal.of(status).problem(request.getRequest()).withStatus(status).write(response.getResponse());
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
