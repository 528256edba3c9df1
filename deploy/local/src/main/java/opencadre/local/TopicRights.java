package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may write and read which topic: the owner writes, those listed read, and nobody else does either.
 *
 * <p>Shape: {@code contracts/events.csv}, {@code topic,owner,schema,readers} with readers divided by blanks. A service
 * signs in as its short name, as {@code training}, and reads in groups named {@code training-service.<topic>...}.
 */
record TopicRights(String topic, String owner, List<String> readers) {

    private static final String HEADER = "topic,owner,schema,readers";

    static List<TopicRights> read(Path csv) {
        try {
            List<String> lines = Files.readAllLines(csv);
            if (lines.isEmpty() || !HEADER.equals(lines.getFirst())) {
                throw new LocalException(csv + " must begin with the line " + HEADER);
            }
            return lines.stream().skip(1).map(line -> parse(csv, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TopicRights parse(Path csv, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 4) {
            throw new LocalException(csv + " has a line without four cells: " + line);
        }
        List<String> readers = cells[3].isBlank() ? List.of() : List.of(cells[3].split(" ", -1));
        return new TopicRights(cells[0], cells[1], readers);
    }

    /** Everybody who is named, in the order of the alphabet. */
    static Set<String> services(List<TopicRights> rights) {
        Set<String> services = new TreeSet<>();
        rights.forEach(each -> {
            services.add(each.owner());
            services.addAll(each.readers());
        });
        return services;
    }

    /** The entries of the broker's access list. */
    static Set<AclBinding> bindings(List<TopicRights> rights) {
        Set<AclBinding> bindings = new HashSet<>();
        rights.forEach(each -> bindings.addAll(each.bindings()));
        services(rights)
                .forEach(service -> bindings.add(allowed(
                        ResourceType.GROUP, service + "-service.", PatternType.PREFIXED, service, AclOperation.READ)));
        return bindings;
    }

    private List<AclBinding> bindings() {
        List<AclBinding> bindings = new ArrayList<>();
        bindings.add(allowed(ResourceType.TOPIC, topic, PatternType.LITERAL, owner, AclOperation.WRITE));
        readers.forEach(reader ->
                bindings.add(allowed(ResourceType.TOPIC, topic, PatternType.LITERAL, reader, AclOperation.READ)));
        return bindings;
    }

    /** Whoever may write or read may also ask what the topic looks like. */
    private static AclBinding allowed(
            ResourceType type, String name, PatternType pattern, String service, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW));
    }
}
