package opencadre.kit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grants;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Refused;
import opencadre.kit.workbook.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports behind the requests that ask for them: one at a time in an instance, and a few that wait. Each is one
 * transaction, and that it has ended is recorded in it: what is told as taken is there, and what is told as broken off
 * or stopped is not. Its workbook is kept in memory alone; an instance that goes takes its imports with it.
 */
final class ImportRuns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);

    private static final int MOST_WAITING = 4;
    private static final Duration BEAT = Duration.ofMillis(500);

    /** What ends before it has to say that it goes on writes nothing while it does. */
    private static final int BEATS_SILENT = 2;

    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration LAST_WISH = Duration.ofSeconds(10);

    private final ImportRunRows rows;
    private final ScopedWork work;
    private final Grants grants;
    private final JsonMapper json;
    private final Map<UUID, Run> runs = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor turns = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("imports").factory());
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("import-beats").factory());

    ImportRuns(ImportRunRows rows, ScopedWork work, Grants grants, JsonMapper json) {
        this.rows = rows;
        this.work = work;
        this.grants = grants;
        this.json = json;
        var _ = beats.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        var _ = beats.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toSeconds(), TimeUnit.SECONDS);
    }

    /**
     * What is asked.
     *
     * @param request a hash of everything that the import depends on
     * @param undoing whether a batch is taken back
     */
    record Asked(String key, String request, String file, boolean trial, boolean undoing) {}

    /** What an import is answered, and whom that shows. */
    record Done(ResponseEntity<String> answer, List<UUID> people) {}

    /** The import itself. It runs as whoever asks, in the one transaction. */
    @FunctionalInterface
    interface Taking {

        Done take(Progress progress);
    }

    /** Answered already, or to be asked for by its id. */
    record Started(UUID id, @Nullable ResponseEntity<String> answer) {}

    /**
     * Takes a workbook when its turn comes.
     *
     * @param patience how long to wait for it before it goes on by itself, null for to its end: what is answered then
     *     leaves no record of its run
     */
    Started start(Actor actor, Asked asked, @Nullable Duration patience, Taking taking) {
        ImportRunRows.Entered entered = work.as(actor, () -> rows.enter(actor.account(), asked));
        if (!entered.request().equals(asked.request())) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", List.of());
        }
        if (!entered.isNew()) {
            return new Started(entered.id(), null);
        }
        Run run = new Run(entered.id(), actor, taking);
        runs.put(run.id, run);
        try {
            turns.execute(run.task);
        } catch (RejectedExecutionException full) {
            runs.remove(run.id);
            rows.forget(run.id);
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "imports-busy", List.of());
        }
        return new Started(run.id, awaited(run, patience));
    }

    private @Nullable ResponseEntity<String> awaited(Run run, @Nullable Duration patience) {
        if (Duration.ZERO.equals(patience)) {
            return null;
        }
        try {
            ResponseEntity<String> answer =
                    patience == null ? run.task.get() : run.task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            rows.forget(run.id);
            return answer;
        } catch (TimeoutException goesOn) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException failed) {
            rows.forget(run.id);
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        }
    }

    private void beat() {
        for (Run run : runs.values()) {
            try {
                run.beat();
            } catch (RuntimeException e) {
                // The database may be away for a while; an import that could not say so for too long is not kept.
                LOG.warn("import {} could not say that it goes on", run.id, e);
            }
        }
    }

    private void sweep() {
        try {
            rows.forgetOld();
        } catch (RuntimeException e) {
            LOG.warn("old imports could not be forgotten", e);
        }
    }

    /** Those that run are stopped and told as broken off. */
    @Override
    public void close() {
        beats.shutdownNow();
        turns.getQueue().clear();
        turns.shutdown();
        runs.values().forEach(run -> run.unwanted = true);
        try {
            if (!turns.awaitTermination(LAST_WISH.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("an import does not stop; it is not kept");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!runs.isEmpty()) {
            rows.breakOff(runs.keySet());
        }
    }

    /** It was stopped, or its instance goes: what it did is taken back. */
    private static final class Unwanted extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** What a problem says, as it is kept. */
    record Failure(String code, List<Finding> findings) {}

    private final class Run implements Progress {

        private final UUID id;
        private final Actor actor;
        private final Taking taking;
        private final FutureTask<ResponseEntity<String>> task = new FutureTask<>(this::run);
        private volatile boolean unwanted;
        private volatile Phase phase = Phase.READING;
        private volatile int lines;
        private volatile int of;
        private int silent;

        Run(UUID id, Actor actor, Taking taking) {
            this.id = id;
            this.actor = actor;
            this.taking = taking;
        }

        @Override
        public void at(Phase now, int done, int all) {
            if (unwanted) {
                throw new Unwanted();
            }
            phase = now;
            lines = done;
            of = all;
        }

        void beat() {
            // Until then its request is still there.
            if (silent < BEATS_SILENT) {
                silent++;
            } else if (!rows.beat(id, phase, lines, of)) {
                unwanted = true;
            }
        }

        private ResponseEntity<String> run() {
            try {
                if (!rows.begin(id)) {
                    throw new Unwanted();
                }
                return work.as(actor, this::taken);
            } catch (Unwanted stopped) {
                throw new Refused(HttpStatus.CONFLICT, "import-cancelled", List.of());
            } catch (RuntimeException e) {
                rows.fail(id, problem(e));
                throw e;
            } finally {
                if (!turns.isShutdown()) {
                    runs.remove(id);
                }
            }
        }

        private ResponseEntity<String> taken() {
            sameRights();
            Done done = taking.take(this);
            sameRights();
            ResponseEntity<String> answer = done.answer();
            String body = answer.getBody() == null ? "" : answer.getBody();
            if (unwanted
                    || !rows.end(
                            id, new ImportRunRows.Answer(answer.getStatusCode().value(), body, done.people()))) {
                throw new Unwanted();
            }
            return answer;
        }

        /** It may have waited and run for long: whose rights were changed meanwhile asks once more. */
        private void sameRights() {
            boolean changed = grants.find(actor.account())
                    .filter(known -> known.authzVersion() > actor.authzVersion())
                    .isPresent();
            if (changed) {
                throw new Refused(HttpStatus.FORBIDDEN, "rights-changed", List.of());
            }
        }

        private ImportRunRows.Answer problem(RuntimeException e) {
            Refused refused = refused(e);
            return new ImportRunRows.Answer(
                    refused.status().value(),
                    json.writeValueAsString(new Failure(refused.code(), refused.findings())),
                    List.of());
        }

        private Refused refused(RuntimeException e) {
            return switch (e) {
                case Refused refused -> refused;
                case AccessDeniedException denied -> new Refused(HttpStatus.FORBIDDEN, "forbidden", List.of());
                case ConcurrencyFailureException other ->
                    new Refused(HttpStatus.CONFLICT, "at-the-same-moment", List.of());
                case DataAccessResourceFailureException away -> unavailable();
                case CannotCreateTransactionException away -> unavailable();
                default -> {
                    LOG.error("unforeseen failure of import {}", id, e);
                    yield new Refused(HttpStatus.INTERNAL_SERVER_ERROR, "internal", List.of());
                }
            };
        }

        private static Refused unavailable() {
            return new Refused(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", List.of());
        }
    }

    /** What one ends with. */
    ResponseEntity<String> said(Object report) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsString(report));
    }

    /** Told of one that goes on. */
    ResponseEntity<String> accepted(String address, ImportRun run) {
        return ResponseEntity.accepted()
                .location(URI.create(address))
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsString(run));
    }

    /** The answer of one that has ended, once more. */
    ResponseEntity<String> again(ImportRunRows.Answer answer) {
        HttpStatus status = HttpStatus.valueOf(answer.status());
        if (status.isError()) {
            Failure failure = json.readValue(answer.body(), Failure.class);
            throw new Refused(status, failure.code(), failure.findings());
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer.body());
    }
}
