package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import opencadre.kit.service.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Random histories of entries, corrections and voids of a CV, asked for on every day and as known at every instant,
 * held against a plain log: of what is held once and of what there may be several.
 */
class CvHistoryIT extends PersonRequests {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 8;
    private static final int STEPS = 40;
    private static final String ONCE = "RESIDENCE";
    private static final String MANY = "WORK_HISTORY";

    /** One belief: what was said of an entry, from an instant until another. */
    private record Belief(
            String entry,
            String kind,
            String word,
            LocalDate from,
            @Nullable LocalDate to,
            Instant since,
            @Nullable Instant until) {

        boolean isKnownAt(Instant instant) {
            return !since.isAfter(instant) && (until == null || instant.isBefore(until));
        }

        Belief endedAt(Instant instant) {
            return new Belief(entry, kind, word, from, to, since, instant);
        }
    }

    @Test
    void everyDayAndEveryInstantSaysWhatTheLogSays() {
        long seed = Long.getLong("opencadre.history.seed", 20261129);
        Random random = new Random(seed);
        for (int person = 0; person < 2; person++) {
            String id = registered(CLERK, "Chu Lịch Sử", COMMUNE);
            List<Belief> log = new ArrayList<>();
            List<Instant> instants = new ArrayList<>(List.of(now()));
            long revision = 0;
            for (int step = 0; step < STEPS; step++) {
                revision = step(random, id, revision, step, log);
                instants.add(now());
            }
            assertThat(revision).isGreaterThan(STEPS / 2);
            compare(random, id, log, instants, "seed " + seed + ", person " + person);
        }
    }

    /** The instant after what was just done, which is before what comes next. */
    private static Instant now() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private long step(Random random, String id, long revision, int step, List<Belief> log) {
        List<Belief> standing =
                log.stream().filter(belief -> belief.until() == null).toList();
        int what = random.nextInt(10);
        if (what < 5 || standing.isEmpty()) {
            return add(random, id, revision, step, log, standing);
        }
        Belief one = standing.get(random.nextInt(standing.size()));
        String path = PEOPLE + "/" + id + "/cv/" + one.entry();
        Caller.Answer answer;
        Map<String, String> values = values(random, one.kind(), "từ %03d".formatted(step));
        boolean isVoid = what == 9;
        if (isVoid) {
            answer = as(CLERK)
                    .ask(
                            "POST",
                            path + "/void",
                            Map.of("reason", "thử lịch sử"),
                            "If-Match",
                            "\"" + revision + "\"",
                            "Idempotency-Key",
                            key());
        } else {
            answer = as(CLERK)
                    .ask(
                            "PUT",
                            path,
                            Map.of("values", values, "reason", "thử lịch sử"),
                            "If-Match",
                            "\"" + revision + "\"");
            if (isTaken(one.kind(), values, standing, one.entry())) {
                assertThat(answer.status()).isEqualTo(422);
                return revision;
            }
        }
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        Instant at = recordedAt(id, one.entry());
        log.set(log.indexOf(one), one.endedAt(at));
        if (!isVoid) {
            log.add(belief(one.entry(), one.kind(), values, at));
        }
        return revision + 1;
    }

    private long add(Random random, String id, long revision, int step, List<Belief> log, List<Belief> standing) {
        String kind = random.nextBoolean() ? ONCE : MANY;
        Map<String, String> values = values(random, kind, "mục %03d".formatted(step));
        Caller.Answer answer = as(CLERK)
                .ask(
                        "POST",
                        PEOPLE + "/" + id + "/cv",
                        Map.of("kind", kind, "values", values),
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
        if (isTaken(kind, values, standing, "")) {
            assertThat(answer.status()).isEqualTo(422);
            return revision;
        }
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        JsonNode recorded = history(id)
                .filter(line -> line.toString().contains(Objects.requireNonNull(values.get(word(kind)))))
                .findFirst()
                .orElseThrow();
        String entry = recorded.path("id").asString();
        log.add(belief(entry, kind, values, recordedAt(id, entry)));
        return revision + 1;
    }

    /** Of what is held once, two do not begin on one day. */
    private static boolean isTaken(String kind, Map<String, String> values, List<Belief> standing, String butFor) {
        return kind.equals(ONCE)
                && standing.stream()
                        .filter(belief ->
                                belief.kind().equals(ONCE) && !belief.entry().equals(butFor))
                        .anyMatch(belief -> belief.from().toString().equals(values.get("since")));
    }

    private static String word(String kind) {
        return kind.equals(ONCE) ? "address" : "unit";
    }

    private static Map<String, String> values(Random random, String kind, String word) {
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        if (kind.equals(ONCE)) {
            return Map.of("address", word, "since", from.toString());
        }
        Map<String, String> values = new HashMap<>(Map.of("unit", word, "title", "Cán bộ", "from", from.toString()));
        if (random.nextBoolean()) {
            values.put("to", from.plusDays(random.nextInt(4)).toString());
        }
        return values;
    }

    private static Belief belief(String entry, String kind, Map<String, String> values, Instant at) {
        String from = Objects.requireNonNull(values.get(kind.equals(ONCE) ? "since" : "from"));
        String to = values.get("to");
        return new Belief(
                entry,
                kind,
                Objects.requireNonNull(values.get(word(kind))),
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to).plusDays(1),
                at,
                null);
    }

    private java.util.stream.Stream<JsonNode> history(String id) {
        return as(CLERK)
                .get(PEOPLE + "/" + id + "/cv/history")
                .body()
                .path("items")
                .valueStream();
    }

    /** When the last thing was said of an entry: that a belief began, or that it ended. */
    private Instant recordedAt(String id, String entry) {
        return history(id)
                .filter(line -> line.path("id").asString().equals(entry))
                .flatMap(line -> java.util.stream.Stream.of("recordedFrom", "recordedTo")
                        .map(clock -> line.path(clock).asString(""))
                        .filter(instant -> !instant.isEmpty()))
                .map(Instant::parse)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private void compare(Random random, String id, List<Belief> log, List<Instant> instants, String which) {
        for (int question = 0; question < 80; question++) {
            LocalDate day = FIRST.minusDays(1).plusDays(random.nextInt(DAYS + 6));
            Instant instant = instants.get(random.nextInt(instants.size()));
            String query = "?asOf=" + day + "&knownAt=" + instant;
            Set<String> said = as(CLERK)
                    .get(PEOPLE + "/" + id + "/cv" + query)
                    .body()
                    .path("entries")
                    .valueStream()
                    .map(entry -> entry.path("values")
                            .path(word(entry.path("kind").asString()))
                            .asString())
                    .collect(Collectors.toSet());

            assertThat(said).as(which + " " + query).isEqualTo(expected(log, day, instant));
        }
    }

    private static Set<String> expected(List<Belief> log, LocalDate day, Instant instant) {
        List<Belief> known = log.stream()
                .filter(belief -> belief.isKnownAt(instant))
                .filter(belief -> !belief.from().isAfter(day))
                .toList();
        Set<String> expected = known.stream()
                .filter(belief -> belief.kind().equals(MANY))
                .filter(belief -> belief.to() == null || day.isBefore(belief.to()))
                .map(Belief::word)
                .collect(Collectors.toSet());
        Optional<Belief> once = known.stream()
                .filter(belief -> belief.kind().equals(ONCE))
                .max((one, other) -> one.from().compareTo(other.from()));
        once.ifPresent(belief -> expected.add(belief.word()));
        return expected;
    }
}
