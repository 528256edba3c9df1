package opencadre.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Without the session store nobody is known, and nobody is signed out either. A filter, because the way of the server's
 * own error pages asks for the session again.
 */
final class SessionStoreAway extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStoreAway.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TransactionException e) {
            say(e, request, response);
        } catch (ServletException e) {
            if (!isOfStore(e.getCause())) {
                throw e;
            }
            say(e, request, response);
        }
    }

    private static boolean isOfStore(@Nullable Throwable e) {
        return e instanceof DataAccessException || e instanceof TransactionException;
    }

    private static void say(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.error("no session store for {}: {}", request.getRequestURI(), e.toString());
        if (!response.isCommitted()) {
            Refusal.UNAVAILABLE.write(request, response, Duration.ofSeconds(5));
        }
    }
}
