package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One row of {@code deploy/kafka/topics.csv}.
 *
 * <p>Shape:
 * {@code topic,partitions,cleanup,delete_retention_ms,min_compaction_lag_ms,max_compaction_lag_ms,segment_ms,owner}.
 */
record Topic(String name, int partitions, Map<String, String> settings) {

    private static final String HEADER =
            "topic,partitions,cleanup,delete_retention_ms,min_compaction_lag_ms,max_compaction_lag_ms,segment_ms,owner";

    static List<Topic> read(Path csv) {
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

    private static Topic parse(Path csv, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 8) {
            throw new LocalException(csv + " has a line without eight cells: " + line);
        }
        return new Topic(
                cells[0],
                Integer.parseInt(cells[1]),
                Map.of(
                        "cleanup.policy", cells[2],
                        "delete.retention.ms", cells[3],
                        "min.compaction.lag.ms", cells[4],
                        "max.compaction.lag.ms", cells[5],
                        "segment.ms", cells[6]));
    }
}
