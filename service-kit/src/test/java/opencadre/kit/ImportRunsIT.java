package opencadre.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grants;
import opencadre.kit.access.Places;
import opencadre.kit.access.Reach;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Refused;
import opencadre.kit.workbook.Progress;
import opencadre.local.Await;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class ImportRunsIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ImportRunRows ROWS = new ImportRunRows(DATABASE.db(), DATABASE.work());
    private static final ImportRuns RUNS = runs();

    private static ImportRuns runs() {
        Grants grants = new Grants(DATABASE.db(), new Places(DATABASE.db(), Places.Fences.BOTH));
        return new ImportRuns(ROWS, DATABASE.work(), grants, JsonMapper.shared());
    }

    @BeforeAll
    static void settle() {
        DATABASE.asOwner("CREATE TABLE taken (line integer); GRANT ALL ON taken TO "
                + DATABASE.database().app());
    }

    @BeforeEach
    void empty() {
        DATABASE.asOwner("TRUNCATE taken, import_run");
    }

    @AfterAll
    static void close() {
        RUNS.close();
        DATABASE.close();
    }

    @Test
    void whatIsQuickIsAnsweredAtOnceAndLeavesNoRecordOfItsRun() {
        ImportRuns.Started started = RUNS.start(actor("an"), asked("key-0001", "a"), null, lines(3));

        assertThat(Objects.requireNonNull(started.answer()).getBody()).isEqualTo("{\"lines\":3}");
        assertThat(taken()).isEqualTo(3);
        assertThat(of("an")).isEmpty();
    }

    @Test
    void whoWaitsForTheEndIsAnsweredThenAndWhoWaitsAMomentIsToldWhereToAsk() {
        CountDownLatch goOn = new CountDownLatch(1);
        ImportRuns.Started started =
                RUNS.start(actor("em"), asked("key-0011", "a"), Duration.ofMillis(200), held(goOn));

        assertThat(started.answer()).isNull();
        assertThat(run("em", started.id()).state()).isEqualTo(ImportRun.State.RUNNING);
        goOn.countDown();
        assertThat(Objects.requireNonNull(RUNS.start(actor("em"), asked("key-0012", "a"), null, lines(2))
                                .answer())
                        .getBody())
                .isEqualTo("{\"lines\":2}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                               |
        return=minimal         |
        wait=5                 |
        respond-async          | PT0S
        respond-async, wait=1  | PT1S
        wait=10; Respond-Async | PT10S
        """)
    void aPreferenceIsReadAsItsStandardWritesIt(@Nullable String prefer, @Nullable Duration patience) {
        assertThat(ImportController.patience(prefer == null ? "" : prefer)).isEqualTo(patience);
    }

    @Test
    void whatIsRefusedIsRefusedAtOnce() {
        assertThatThrownBy(() -> RUNS.start(actor("an"), asked("key-0002", "a"), null, progress -> {
                    write(1);
                    throw Refused.unlawful(List.of(Finding.of("Vật!A2", "cell-empty", "Mã")));
                }))
                .isInstanceOf(Refused.class);

        assertThat(taken()).isZero();
        assertThat(of("an")).isEmpty();
    }

    @Test
    void whatTakesLongTellsHowFarItIsAndKeepsItsAnswer() {
        CountDownLatch goOn = new CountDownLatch(1);
        UUID id = start("binh", "key-0003", held(goOn));

        await(() -> run("binh", id).lines() == 40);
        assertThat(run("binh", id)).satisfies(run -> {
            assertThat(run.state()).isEqualTo(ImportRun.State.RUNNING);
            assertThat(run.phase()).isEqualTo(Progress.Phase.TAKING);
            assertThat(run.of()).isEqualTo(100);
            assertThat(run.endedAt()).isNull();
        });
        assertThat(DATABASE.work().as(actor("binh"), () -> ROWS.answer("binh", id)))
                .isEmpty();
        assertThat(of("chi")).isEmpty();
        assertThat(DATABASE.work().as(actor("chi"), () -> ROWS.find("binh", id)))
                .as("the database itself hides it from anybody else")
                .isEmpty();
        goOn.countDown();

        await(() -> run("binh", id).state() == ImportRun.State.ENDED);
        assertThat(again("binh", id).getBody()).isEqualTo("{\"lines\":100}");
        assertThat(taken()).isEqualTo(100);
    }

    @Test
    void whatIsStoppedKeepsNothing() {
        UUID id = start("dung", "key-0004", progress -> {
            write(1);
            for (int line = 0; ; line++) {
                progress.at(Progress.Phase.TAKING, line, 0);
                sleep();
            }
        });
        await(() -> run("dung", id).state() == ImportRun.State.RUNNING);

        cancel("chi", id);
        assertThat(run("dung", id).state()).as("not theirs").isEqualTo(ImportRun.State.RUNNING);
        cancel("dung", id);

        assertThat(run("dung", id).state()).isEqualTo(ImportRun.State.CANCELLED);
        // The next has its turn.
        assertThat(RUNS.start(actor("dung"), asked("key-0005", "a"), Duration.ZERO, lines(1)))
                .satisfies(next -> await(() -> run("dung", next.id()).state() == ImportRun.State.ENDED));
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void whatWasStoppedAtTheLastMomentIsNotKept() {
        CountDownLatch goOn = new CountDownLatch(1);
        UUID id = start("ha", "key-0006", held(goOn));
        await(() -> run("ha", id).state() == ImportRun.State.RUNNING);
        cancel("ha", id);
        goOn.countDown();

        idle("ha");
        assertThat(run("ha", id).state()).isEqualTo(ImportRun.State.CANCELLED);
        assertThat(taken()).isZero();
    }

    @Test
    void oneThatIsTakenForDeadIsToldAsBrokenOffAndCannotBeKeptAnyMore() {
        CountDownLatch goOn = new CountDownLatch(1);
        UUID id = start("lan", "key-0007", held(goOn));
        await(() -> run("lan", id).state() == ImportRun.State.RUNNING);
        asSystem("UPDATE import_run SET beat_at = clock_timestamp() - interval '31 seconds'");
        assertThat(run("lan", id).state()).isEqualTo(ImportRun.State.BROKEN_OFF);
        // Whoever hears that sends it again, and with the same key.
        UUID next = start("lan", "key-0007", lines(2));
        assertThat(next).isNotEqualTo(id);
        goOn.countDown();

        await(() -> run("lan", next).state() == ImportRun.State.ENDED);
        assertThat(run("lan", id).state()).isEqualTo(ImportRun.State.BROKEN_OFF);
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void theSameOnceMoreIsToldOfTheSameRunAndAnotherByItsKeyIsRefused() {
        CountDownLatch goOn = new CountDownLatch(1);
        UUID id = start("minh", "key-0008", held(goOn));

        assertThat(RUNS.start(actor("minh"), asked("key-0008", "a"), null, lines(1)))
                .isEqualTo(new ImportRuns.Started(id, null));
        assertThatThrownBy(() -> RUNS.start(actor("minh"), asked("key-0008", "b"), null, lines(1)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("idempotency-key-reused"));
        goOn.countDown();
        await(() -> run("minh", id).state() == ImportRun.State.ENDED);
    }

    @Test
    void aFewWaitAndMoreAreRefused() {
        CountDownLatch goOn = new CountDownLatch(1);
        start("nga", "key-0100", held(goOn));
        await(() -> of("nga").getFirst().state() == ImportRun.State.RUNNING);
        for (int i = 1; i <= 4; i++) {
            start("nga", "key-010" + i, lines(1));
        }

        assertThatThrownBy(() -> start("oanh", "key-0105", lines(1)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("imports-busy"));
        assertThat(of("oanh")).isEmpty();
        assertThat(of("nga").getFirst().state()).isEqualTo(ImportRun.State.WAITING);
        goOn.countDown();
        await(() -> of("nga").stream().allMatch(run -> run.state() == ImportRun.State.ENDED));
        assertThat(taken()).isEqualTo(104);
    }

    @Test
    void whoseRightsWereChangedMeanwhileKeepsNothing() {
        CountDownLatch goOn = new CountDownLatch(1);
        UUID id = start("phuc", "key-0009", held(goOn));
        await(() -> run("phuc", id).state() == ImportRun.State.RUNNING);
        DATABASE.asOwner("INSERT INTO account (account, username, authz_version) VALUES ('phuc', 'phuc', 7)");
        goOn.countDown();

        await(() -> run("phuc", id).state() == ImportRun.State.ENDED);
        assertThatThrownBy(() -> again("phuc", id))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("rights-changed"));
        assertThat(taken()).isZero();
    }

    @Test
    void anInstanceThatGoesTellsWhatItLeaves() {
        ImportRuns going = runs();
        CountDownLatch never = new CountDownLatch(1);
        UUID first = going.start(actor("quang"), asked("key-0200", "a"), Duration.ZERO, progress -> {
                    write(1);
                    while (true) {
                        progress.at(Progress.Phase.TAKING, 1, 2);
                        sleep();
                    }
                })
                .id();
        UUID second = going.start(actor("quang"), asked("key-0201", "a"), Duration.ZERO, held(never))
                .id();
        await(() -> run("quang", first).state() == ImportRun.State.RUNNING);

        going.close();

        assertThat(run("quang", first).state()).isEqualTo(ImportRun.State.BROKEN_OFF);
        assertThat(run("quang", second).state()).isEqualTo(ImportRun.State.BROKEN_OFF);
        assertThat(taken()).isZero();
    }

    @Test
    void whatIsOlderThanADayIsForgotten() {
        UUID id = start("son", "key-0010", lines(1));
        await(() -> run("son", id).state() == ImportRun.State.ENDED);
        asSystem("UPDATE import_run SET asked_at = asked_at - interval '25 hours'");

        ROWS.forgetOld();

        assertThat(of("son")).isEmpty();
    }

    private static void asSystem(String change) {
        DATABASE.work().asSystem("test", () -> DATABASE.db().execute(change));
    }

    private static UUID start(String account, String key, ImportRuns.Taking taking) {
        return RUNS.start(actor(account), asked(key, "a"), Duration.ZERO, taking)
                .id();
    }

    private static ImportRuns.Asked asked(String key, String request) {
        return new ImportRuns.Asked(key, request, "x.xlsx", false, false);
    }

    /** A book of lines. */
    private static ImportRuns.Taking lines(int count) {
        return progress -> {
            for (int line = 0; line < count; line++) {
                progress.at(Progress.Phase.TAKING, line, count);
                write(line);
            }
            return new ImportRuns.Done(ResponseEntity.ok("{\"lines\":" + count + "}"), List.of());
        };
    }

    /** A hundred lines, of which the forty-first waits. */
    private static ImportRuns.Taking held(CountDownLatch goOn) {
        return progress -> {
            for (int line = 0; line < 100; line++) {
                progress.at(Progress.Phase.TAKING, line, 100);
                if (line == 40) {
                    wait(goOn);
                }
                write(line);
            }
            return new ImportRuns.Done(ResponseEntity.ok("{\"lines\":100}"), List.of());
        };
    }

    private static void write(int line) {
        DATABASE.db().execute("INSERT INTO taken VALUES (?)", line);
    }

    private static void wait(CountDownLatch goOn) {
        try {
            assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofMillis(5));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier so) {
        assertThat(Await.until(Duration.ofSeconds(20), so)).isTrue();
    }

    /** Waits for those before. */
    private static void idle(String account) {
        UUID last = start(account, "key-last", lines(0));
        await(() -> run(account, last).state() == ImportRun.State.ENDED);
    }

    private static ImportRun run(String account, UUID id) {
        return DATABASE.work().as(actor(account), () -> ROWS.find(account, id).orElseThrow());
    }

    private static List<ImportRun> of(String account) {
        return DATABASE.work().as(actor(account), () -> ROWS.of(account));
    }

    private static ResponseEntity<String> again(String account, UUID id) {
        return RUNS.again(DATABASE.work()
                .as(actor(account), () -> ROWS.answer(account, id))
                .orElseThrow());
    }

    private static void cancel(String account, UUID id) {
        DATABASE.work().as(actor(account), () -> {
            ROWS.cancel(account, id);
            return true;
        });
    }

    private static int taken() {
        return DATABASE.db().fetchSingle("SELECT count(*)::int FROM taken").get(0, Integer.class);
    }

    private static Actor actor(String account) {
        return new Actor(
                account, account, account, 0, "x", Set.of(), List.of(), Reach.NOTHING, LocalDate.of(2026, 11, 24));
    }
}
