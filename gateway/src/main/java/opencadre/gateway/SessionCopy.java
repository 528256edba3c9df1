package opencadre.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** One request's view of a session; a change goes to the store in the moment it is made. */
final class SessionCopy<S extends Session> implements Session {

    private final MapSession copy;
    private final Instant writtenUse;
    private final CachedSessions<S> sessions;
    private @Nullable S stored;
    private boolean unsaved;

    /** @param fresh a session that is not in the store yet, or nothing: the stored one is fetched when it is needed */
    SessionCopy(MapSession copy, @Nullable S fresh, CachedSessions<S> sessions) {
        this.copy = copy;
        this.writtenUse = copy.getLastAccessedTime();
        this.stored = fresh;
        this.unsaved = fresh != null;
        this.sessions = sessions;
    }

    boolean isUnsaved() {
        return unsaved;
    }

    /** How long the use of this session has not been written down. */
    Duration unwrittenUse() {
        return Duration.between(writtenUse, copy.getLastAccessedTime());
    }

    void writeLastUse() {
        write(session -> session.setLastAccessedTime(copy.getLastAccessedTime()));
    }

    @Override
    public String getId() {
        return copy.getId();
    }

    @Override
    public String changeSessionId() {
        write(session -> copy.setId(session.changeSessionId()));
        return copy.getId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> @Nullable T getAttribute(String name) {
        return copy.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return copy.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        copy.setAttribute(name, value);
        write(session -> session.setAttribute(name, value));
    }

    @Override
    public void removeAttribute(String name) {
        copy.removeAttribute(name);
        write(session -> session.removeAttribute(name));
    }

    @Override
    public Instant getCreationTime() {
        return copy.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        copy.setLastAccessedTime(time);
    }

    @Override
    public Instant getLastAccessedTime() {
        return copy.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        copy.setMaxInactiveInterval(interval);
        write(session -> session.setMaxInactiveInterval(interval));
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return copy.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return copy.isExpired();
    }

    /** A session that has ended meanwhile stays ended: there is nothing to write to. */
    private void write(Consumer<S> change) {
        String knownAs = copy.getId();
        S session = stored == null ? sessions.stored(knownAs) : stored;
        stored = session;
        if (session != null) {
            change.accept(session);
            sessions.write(session, knownAs);
            unsaved = false;
        }
    }
}
