package opencadre.kit.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files of {@code contracts/access} as the running service enforces them: which role carries which action, which
 * action each operation needs and of which class its answer is, and to which purposes what is sensitive may be looked
 * at. An operation that is not in the matrix is refused.
 */
public final class AccessContracts {

    private final Map<String, Set<String>> actionsOfRole;
    private final Map<String, Operation> operations;
    private final Set<String> purposes;

    private AccessContracts(
            Map<String, Set<String>> actionsOfRole, Map<String, Operation> operations, Set<String> purposes) {
        this.actionsOfRole = actionsOfRole;
        this.operations = operations;
        this.purposes = purposes;
    }

    /**
     * What an operation needs and shows.
     *
     * @param action as {@code person.read}
     * @param fields the highest class that its answer carries
     */
    public record Operation(String action, FieldClass fields) {}

    /** Reads the files for one service, as {@code personnel}. */
    public static AccessContracts of(String service) {
        Map<String, Set<String>> roles = rows("roles.csv")
                .collect(Collectors.toMap(
                        row -> row.get(0), row -> Set.of(row.get(3).split(" "))));
        Map<String, Operation> operations = new LinkedHashMap<>();
        rows("matrix.csv")
                .filter(row -> row.get(0).equals(service))
                .forEach(row -> operations.put(
                        row.get(1) + " " + row.get(2),
                        new Operation(row.get(3), FieldClass.valueOf(row.get(4).toUpperCase(Locale.ROOT)))));
        return new AccessContracts(
                roles, operations, rows("purposes.csv").map(row -> row.get(0)).collect(Collectors.toSet()));
    }

    /** The action an operation needs, as {@code GET /api/personnel/people} needs {@code person.read}. */
    public Optional<String> actionOf(String method, String path) {
        return operation(method, path).map(Operation::action);
    }

    /** What an operation needs and shows. */
    public Optional<Operation> operation(String method, String path) {
        return Optional.ofNullable(operations.get(method + " " + path));
    }

    /** Whether what is sensitive may be looked at to this purpose, as {@code RECORD}. */
    public boolean isPurpose(String purpose) {
        return purposes.contains(purpose);
    }

    /** {@code METHOD path} of every operation of this service. */
    public Set<String> operations() {
        return operations.keySet();
    }

    public boolean isRole(String role) {
        return actionsOfRole.containsKey(role);
    }

    public boolean carries(String role, String action) {
        return actionsOfRole.getOrDefault(role, Set.of()).contains(action);
    }

    /** Every role there is. */
    public Set<String> roles() {
        return actionsOfRole.keySet();
    }

    /** Every action that one of the roles carries. */
    public Set<String> actionsOf(Collection<String> roles) {
        return roles.stream()
                .flatMap(role -> actionsOfRole.getOrDefault(role, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static java.util.stream.Stream<List<String>> rows(String file) {
        try (InputStream in = AccessContracts.class.getResourceAsStream("/contracts/access/" + file)) {
            if (in == null) {
                throw new IllegalStateException("contracts/access/" + file + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> Arrays.asList(line.split(",")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
