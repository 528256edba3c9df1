package opencadre.local;

/**
 * One running process of the set.
 *
 * @param name for example {@code training-service}
 * @param healthUrl answers 200 when all is well; empty for a server whose open port is its health
 */
public record Part(String name, long pid, int port, String healthUrl) {

    /** In one word what a user sees: healthy, starting or dead. */
    public String health() {
        if (ProcessHandle.of(pid).isEmpty()) {
            return "dead";
        }
        boolean well = healthUrl.isEmpty() ? !FreePorts.isFree(port) : Http.isOk(healthUrl);
        return well ? "healthy" : "not ready";
    }
}
