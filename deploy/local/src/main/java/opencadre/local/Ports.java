package opencadre.local;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ports of one whole set; all move together with the gateway's.
 *
 * <p>Shape: gateway {@code base} (8080), services {@code base+1..3}, their management {@code +1000}, Keycloak
 * {@code base+100} and {@code base+1100}, Kafka {@code base+1012} and {@code base+1013}, PostgreSQL {@code base-2648}.
 *
 * @param base the port of the gateway
 */
public record Ports(int base) {

    /** What is used unless OPENCADRE_PORT_BASE says otherwise. */
    public static final int DEFAULT_BASE = 8080;

    private static final int LOWEST = 4000;
    private static final int HIGHEST = 60000;
    private static final int MANAGEMENT = 1000;

    public Ports {
        if (base < LOWEST || base > HIGHEST) {
            throw new LocalException(
                    "OPENCADRE_PORT_BASE must be between " + LOWEST + " and " + HIGHEST + ", not " + base + ".");
        }
    }

    /** A set in which every port is free at this moment, for tests. */
    public static Ports free() {
        while (true) {
            Ports ports = new Ports(ThreadLocalRandom.current().nextInt(12000, 28000));
            if (ports.all().keySet().stream().allMatch(FreePorts::isFree)) {
                return ports;
            }
        }
    }

    /** The port of one of the four services. */
    public int service(String module) {
        return base + Stack.SERVICES.indexOf(module);
    }

    /** The port of health and metrics of one of the four services. */
    public int management(String module) {
        return service(module) + MANAGEMENT;
    }

    public int keycloak() {
        return base + 100;
    }

    public int keycloakManagement() {
        return keycloak() + MANAGEMENT;
    }

    public int kafka() {
        return base + 1012;
    }

    public int kafkaController() {
        return base + 1013;
    }

    public int postgres() {
        return base - 2648;
    }

    /** Every port with the part that listens there. */
    public Map<Integer, String> all() {
        Map<Integer, String> all = new TreeMap<>();
        for (String module : Stack.SERVICES) {
            all.put(service(module), module);
            all.put(management(module), module + " management");
        }
        all.put(keycloak(), "keycloak");
        all.put(keycloakManagement(), "keycloak management");
        all.put(kafka(), "kafka");
        all.put(kafkaController(), "kafka controller");
        all.put(postgres(), "postgres");
        return all;
    }
}
