package opencadre.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The stored sessions, read through a short cache, so that the many requests of one page do not read the same session
 * many times. Each request works on a copy; what it changes is written through at once, and forgotten here, so that the
 * next request reads what is stored.
 */
final class CachedSessions<S extends Session> implements SessionRepository<SessionCopy<S>> {

    private final FindByIndexNameSessionRepository<S> store;
    private final Duration touch;
    private final Cache<String, MapSession> read;

    CachedSessions(FindByIndexNameSessionRepository<S> store, GatewayProperties.Sessions settings) {
        this.store = store;
        this.touch = settings.touch();
        this.read = Caffeine.newBuilder()
                .expireAfterWrite(settings.cache())
                .maximumSize(20_000)
                .build();
    }

    @Override
    public SessionCopy<S> createSession() {
        S fresh = store.createSession();
        return new SessionCopy<>(new MapSession(fresh), fresh, this);
    }

    @Override
    public @Nullable SessionCopy<S> findById(String id) {
        MapSession known = read.get(id, this::load);
        return known == null || known.isExpired() ? null : new SessionCopy<>(new MapSession(known), null, this);
    }

    /** What matters is stored already; the time of the last use is written down only now and then. */
    @Override
    public void save(SessionCopy<S> session) {
        if (session.isUnsaved() || session.unwrittenUse().compareTo(touch) >= 0) {
            session.writeLastUse();
        }
    }

    @Override
    public void deleteById(String id) {
        store.deleteById(id);
        // Waits for a read that is under way, which may have seen the session still.
        read.invalidate(id);
    }

    Map<String, S> findByPrincipalName(String name) {
        return store.findByPrincipalName(name);
    }

    @Nullable
    S stored(String id) {
        return store.findById(id);
    }

    void write(S session, String knownAs) {
        store.save(session);
        read.invalidate(knownAs);
    }

    private @Nullable MapSession load(String id) {
        S stored = store.findById(id);
        return stored == null ? null : new MapSession(stored);
    }
}
