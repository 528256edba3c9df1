package opencadre.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses bodies over a limit with 413: at once when the length is announced, while reading when it is not. Files have
 * a limit of their own.
 */
public final class BodyLimit extends OncePerRequestFilter {

    /** Addresses to which files are sent. */
    private static final Pattern FILES = Pattern.compile(
            ".*/imports|.*/people/[^/]+/(restricted-|offered-)?documents|.*/paper-templates/[^/]+/versions");

    private final long ordinary;
    private final long file;
    private final JsonMapper json;

    /**
     * @param ordinary in bytes
     * @param file in bytes, where one is sent
     */
    public BodyLimit(long ordinary, long file, JsonMapper json) {
        this.ordinary = ordinary;
        this.file = file;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = FILES.matcher(request.getRequestURI()).matches() ? file : ordinary;
        if (request.getContentLengthLong() <= limit) {
            chain.doFilter(new Limited(request, limit), response);
            return;
        }
        response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(json.writeValueAsString(
                        Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", List.of(), request)));
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counting(super.getInputStream(), limit);
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream in;
        private final long limit;
        private long read;

        Counting(ServletInputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = in.read(buffer, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit) {
                throw new Refused(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", List.of());
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
