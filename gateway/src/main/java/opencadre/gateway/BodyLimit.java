package opencadre.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over the limit before a service hears of them. Browsers say how long a body is; one that comes in
 * chunks is read here first, because half of it would already be at the service when the limit is reached.
 */
final class BodyLimit extends OncePerRequestFilter {

    /** Addresses to which files are sent. */
    private static final Pattern FILES = Pattern.compile(
            ".*/imports|.*/people/[^/]+/(restricted-|offered-)?documents|.*/paper-templates/[^/]+/versions");

    private final int ordinary;
    private final int file;

    BodyLimit(DataSize ordinary, DataSize file) {
        this.ordinary = Math.toIntExact(ordinary.toBytes());
        this.file = Math.toIntExact(file.toBytes());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = FILES.matcher(request.getRequestURI()).matches() ? file : ordinary;
        if (request.getContentLengthLong() > limit) {
            Refusal.BODY_TOO_LARGE.write(request, response);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
        } else {
            byte[] body = request.getInputStream().readNBytes(limit + 1);
            if (body.length > limit) {
                Refusal.BODY_TOO_LARGE.write(request, response);
            } else {
                chain.doFilter(new ReadAlready(request, body), response);
            }
        }
    }

    private static final class ReadAlready extends HttpServletRequestWrapper {

        private final Bytes body;

        ReadAlready(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new Bytes(new ByteArrayInputStream(body));
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("this body is here already: read it, do not wait for it");
        }
    }
}
