package opencadre.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.TestDatabase;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

/**
 * Each fence alone and both together show exactly what lies inside the scope. A province with two communes, people of
 * every scope and class, and posts that have ended or not begun.
 */
class PlacesIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final DSLContext DB = DATABASE.db();

    private static final Units.Node PROVINCE = new Units.Node(UUID.randomUUID(), 1, null, 1, 1_000);
    private static final Units.Node ONE = new Units.Node(UUID.randomUUID(), 1, PROVINCE.unitId(), 100, 199);
    private static final Units.Node OTHER = new Units.Node(UUID.randomUUID(), 1, PROVINCE.unitId(), 200, 299);

    /** Where everybody is, beside the database: what the right answers are worked out from. */
    private record Known(UUID person, Units.Node unit, int scope, int securityClass, LocalDate from, LocalDate to) {}

    private static final List<Known> EVERYBODY = new ArrayList<>();
    private static final List<String> NAMES = List.of("Nguyễn Văn An", "Dương Minh Khải", "Đặng Thị Ánh");

    /** Which fences stand while a question is asked. */
    enum Standing {
        BOTH,
        FILTER_ALONE,
        ROW_SECURITY_ALONE
    }

    @BeforeAll
    static void settle() {
        Places places = new Places(DB, Places.Fences.BOTH);
        DATABASE.work().asSystem("test", () -> {
            Units units = new Units(DB);
            List.of(PROVINCE, ONE, OTHER).forEach(units::put);
            Random random = new Random(20261124);
            for (int i = 0; i < 120; i++) {
                Units.Node unit = List.of(PROVINCE, ONE, OTHER).get(i % 3);
                LocalDate from = TODAY.plusDays(random.nextInt(3) - 1);
                LocalDate to = from.plusDays(1L + random.nextInt(3));
                settle(places, new Known(UUID.randomUUID(), unit, random.nextInt(4), random.nextInt(2), from, to), i);
            }
            return null;
        });
    }

    private static void settle(Places places, Known known, int number) {
        EVERYBODY.add(known);
        places.replace(known.person(), null, keyOf(known), List.of(place(known)));
        places.index(known.person(), NAMES.get(number % 3));
    }

    private static String keyOf(Known known) {
        return Places.nameKey(NAMES.get(EVERYBODY.indexOf(known) % 3));
    }

    private static Places.Place place(Known known) {
        return new Places.Place(
                UUID.randomUUID(),
                known.unit().unitId(),
                known.scope(),
                known.securityClass(),
                known.from(),
                known.to());
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource
    void aClerkSeesTheOwnUnitInItsScopesAndClassTodayAndNobodyElse(Standing standing) {
        Actor clerk = holding(new Reach.Opening(ONE.lo(), ONE.hi(), List.of(0, 2), 0));

        Set<UUID> expected = people(k ->
                k.unit().equals(ONE) && (k.scope() == 0 || k.scope() == 2) && k.securityClass() == 0 && isToday(k));

        assertThat(expected).isNotEmpty();
        assertThat(seen(standing, clerk)).isEqualTo(expected);
        assertThat(counted(standing, clerk)).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @EnumSource
    void aGrantOnTheProvinceReachesEveryUnitBelow(Standing standing) {
        Actor officer = holding(new Reach.Opening(PROVINCE.lo(), PROVINCE.hi(), List.of(), 3));

        assertThat(seen(standing, officer)).isEqualTo(people(PlacesIT::isToday));
    }

    @ParameterizedTest
    @EnumSource
    void twoGrantsReachTheirUnionAndNotTheirProduct(Standing standing) {
        Actor clerk = holding(
                new Reach.Opening(ONE.lo(), ONE.hi(), List.of(0), 1),
                new Reach.Opening(OTHER.lo(), OTHER.hi(), List.of(1), 0));

        Set<UUID> expected = people(k -> isToday(k)
                && ((k.unit().equals(ONE) && k.scope() == 0)
                        || (k.unit().equals(OTHER) && k.scope() == 1 && k.securityClass() == 0)));

        assertThat(seen(standing, clerk)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void whoHoldsNothingSeesNobody(Standing standing) {
        assertThat(seen(standing, holding())).isEmpty();
        assertThat(counted(standing, holding())).isZero();
    }

    /** Whatever their unit, scope and class, today or not: nobody else, and nothing of where they are. */
    @ParameterizedTest
    @EnumSource
    void whoSeesTheOwnRecordSeesNobodyElse(Standing standing) {
        for (Known known : EVERYBODY.subList(0, 6)) {
            Places writer = new Places(DB, Places.Fences.BOTH);
            Long own = DATABASE.work().asSystem("test", () -> {
                writer.own(known.person());
                writer.own(known.person());
                return DB.fetchSingle("SELECT position FROM own_record WHERE person_id = ?", known.person())
                        .get(0, Long.class);
            });
            Actor self = holding(new Reach.Opening(own, own, List.of(0), 0));

            assertThat(seen(standing, self)).containsExactly(known.person());
            assertThat(counted(standing, self)).isEqualTo(1);

            DATABASE.work().asSystem("test", () -> {
                writer.replace(known.person(), null, keyOf(known), List.of(place(known)));
                return null;
            });
            assertThat(seen(standing, self)).containsExactly(known.person());
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneByIdIsVisibleExactlyWhenTheListShowsThem(Standing standing) {
        Actor clerk = holding(new Reach.Opening(ONE.lo(), ONE.hi(), List.of(), 0));
        Set<UUID> list = seen(standing, clerk);

        for (Known known : EVERYBODY) {
            boolean visible = ask(standing, clerk, places -> places.isVisible(clerk, known.person()));
            assertThat(visible).isEqualTo(list.contains(known.person()));
        }
    }

    @Test
    void bothFencesOfARowAboutAUnitSayTheSame() {
        List<Actor> actors = List.of(
                holding(new Reach.Opening(ONE.lo(), ONE.hi(), List.of(0, 2), 0)),
                holding(new Reach.Opening(PROVINCE.lo(), PROVINCE.hi(), List.of(), 3)),
                holding());
        List<Boolean> reached = new ArrayList<>();
        for (Actor actor : actors) {
            for (Units.Node unit : List.of(PROVINCE, ONE, OTHER)) {
                for (short scope = 0; scope < 4; scope++) {
                    short asked = scope;
                    boolean bySql = DATABASE.work()
                            .as(
                                    actor,
                                    () -> DB.fetchSingle("SELECT unit_in_reach(?, ?::smallint)", unit.unitId(), asked)
                                            .get(0, Boolean.class));
                    boolean byFilter =
                            DATABASE.work().as(actor, () -> new Units(DB).isInReach(actor, unit.unitId(), asked));
                    boolean byList = DATABASE.work()
                            .as(
                                    actor,
                                    () -> DB.fetchExists(org.jooq
                                            .impl
                                            .DSL
                                            .selectOne()
                                            .where(new Places(DB, Places.Fences.BOTH)
                                                    .unitInReach(
                                                            actor,
                                                            org.jooq.impl.DSL.val(unit.unitId()),
                                                            org.jooq.impl.DSL.val(asked)))));
                    assertThat(bySql).isEqualTo(byFilter).isEqualTo(byList);
                    reached.add(bySql);
                }
            }
        }
        assertThat(reached.stream().filter(Boolean::booleanValue)).hasSize(2 + 12);
    }

    @Nested
    class Search {

        @Test
        void meansJustTheSpellingWhenAccentsAreTypedAndEverySpellingWhenNot() {
            assertThat(named("an")).containsExactly("an nguyễn văn", "ánh đặng thị");
            assertThat(named("ánh")).containsExactly("ánh đặng thị");
            assertThat(named("dang")).containsExactly("ánh đặng thị");
            assertThat(named("đặng")).containsExactly("ánh đặng thị");
            assertThat(named("DƯƠNG kh")).containsExactly("khải dương minh");
            assertThat(named("khai")).containsExactly("khải dương minh");
            assertThat(named("zzz")).isEmpty();
        }

        private List<String> named(String words) {
            Actor officer = holding(new Reach.Opening(PROVINCE.lo(), PROVINCE.hi(), List.of(), 3));
            Places.Query query = new Places.Query(words, null);
            return ask(Standing.BOTH, officer, places -> places.page(officer, query, null, 500)).stream()
                    .map(Places.Line::nameKey)
                    .distinct()
                    .toList();
        }
    }

    @Test
    void pagesGoThroughEverybodyOnceInNameOrder() {
        Actor officer = holding(new Reach.Opening(PROVINCE.lo(), PROVINCE.hi(), List.of(), 3));
        Places.Query all = new Places.Query(null, null);
        List<Places.Line> whole = ask(Standing.BOTH, officer, places -> places.page(officer, all, null, 500));

        List<Places.Line> paged = new ArrayList<>();
        for (List<Places.Line> page = next(officer, null); !page.isEmpty(); page = next(officer, paged.getLast())) {
            paged.addAll(page);
        }

        assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
        assertThat(whole.stream().map(Places.Line::nameKey).distinct())
                .containsExactly("an nguyễn văn", "ánh đặng thị", "khải dương minh");
    }

    private static List<Places.Line> next(Actor officer, Places.@Nullable Line after) {
        return ask(Standing.BOTH, officer, places -> places.page(officer, new Places.Query(null, null), after, 7));
    }

    @Test
    void aUnitAsFilterMeansItAndAllBelow() {
        Actor officer = holding(new Reach.Opening(PROVINCE.lo(), PROVINCE.hi(), List.of(), 3));
        Places.Query inOne = new Places.Query(null, ONE.unitId());

        Set<UUID> seen = ask(Standing.BOTH, officer, places -> places.page(officer, inOne, null, 500)).stream()
                .map(Places.Line::personId)
                .collect(Collectors.toSet());

        assertThat(seen).isEqualTo(people(k -> k.unit().equals(ONE) && isToday(k)));
    }

    @Test
    void aPersonsRequestCannotSettleSomebodyOutsideItsReach() {
        Actor clerk = holding(new Reach.Opening(ONE.lo(), ONE.hi(), List.of(), 0));
        Known elsewhere = new Known(UUID.randomUUID(), OTHER, 0, 0, TODAY, TODAY.plusDays(9));

        assertThatThrownBy(() -> ask(Standing.BOTH, clerk, places -> {
                    places.replace(elsewhere.person(), null, "an", List.of(place(elsewhere)));
                    return true;
                }))
                .isInstanceOf(DataAccessException.class)
                .hasRootCauseMessage("ERROR: new row violates row-level security policy for table \"place\"");
    }

    @Test
    void withoutAnActorNothingIsVisible() {
        assertThat(DB.fetchCount(org.jooq.impl.DSL.table("place"))).isZero();
    }

    @Test
    void aMovedUnitTakesItsPeopleAlong() {
        Units units = new Units(DB);
        Units.Node moved = new Units.Node(UUID.randomUUID(), 1, PROVINCE.unitId(), 300, 399);
        Known known = new Known(UUID.randomUUID(), moved, 0, 0, TODAY, TODAY.plusDays(1));
        Actor reader = holding(new Reach.Opening(500, 599, List.of(), 0));
        DATABASE.work().asSystem("test", () -> {
            new Places(DB, Places.Fences.BOTH).replace(known.person(), null, "an", List.of(place(known)));
            return null;
        });

        assertThat(seen(Standing.BOTH, reader)).isEmpty();
        DATABASE.work().asSystem("test", () -> {
            units.put(new Units.Node(moved.unitId(), 1, PROVINCE.unitId(), 500, 599));
            return null;
        });
        assertThat(seen(Standing.BOTH, reader)).containsExactly(known.person());
        DATABASE.work().asSystem("test", () -> {
            units.remove(moved.unitId());
            return null;
        });
        assertThat(seen(Standing.BOTH, reader)).isEmpty();
        DATABASE.work().asSystem("test", () -> {
            new Places(DB, Places.Fences.BOTH).forget(known.person());
            return null;
        });
    }

    @Test
    void aPlaceAndItsUnitWrittenAtTheSameTimeFindEachOther() throws Exception {
        Units units = new Units(DB);
        Units.Node late = new Units.Node(UUID.randomUUID(), 1, PROVINCE.unitId(), 600, 699);
        Known known = new Known(UUID.randomUUID(), late, 0, 0, TODAY, TODAY.plusDays(1));
        Places places = new Places(DB, Places.Fences.BOTH);
        var written = new java.util.concurrent.CountDownLatch(1);
        var placing = java.util.concurrent.CompletableFuture.runAsync(() -> DATABASE.work()
                .asSystem("test", () -> {
                    places.replace(known.person(), null, "an", List.of(place(known)));
                    written.countDown();
                    return DB.execute("SELECT pg_sleep(0.3)");
                }));
        assertThat(written.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();

        DATABASE.work().asSystem("test", () -> {
            units.put(late);
            return null;
        });
        placing.get(10, java.util.concurrent.TimeUnit.SECONDS);

        assertThat(seen(Standing.BOTH, holding(new Reach.Opening(600, 699, List.of(), 0))))
                .containsExactly(known.person());
        DATABASE.work().asSystem("test", () -> {
            places.forget(known.person());
            return null;
        });
    }

    private static Set<UUID> seen(Standing standing, Actor actor) {
        return ask(standing, actor, places -> places.page(actor, new Places.Query(null, null), null, 500)).stream()
                .map(Places.Line::personId)
                .collect(Collectors.toSet());
    }

    private static long counted(Standing standing, Actor actor) {
        return ask(standing, actor, places -> places.count(actor, new Places.Query(null, null)));
    }

    private static <T> T ask(Standing standing, Actor actor, java.util.function.Function<Places, T> question) {
        Places.Fences fences =
                standing == Standing.ROW_SECURITY_ALONE ? Places.Fences.ROW_SECURITY_ONLY : Places.Fences.BOTH;
        Places places = new Places(DB, fences);
        // Work of the service itself passes row-level security: only the filter is left standing then.
        return standing == Standing.FILTER_ALONE
                ? DATABASE.work().asSystem("test", () -> question.apply(places))
                : DATABASE.work().as(actor, () -> question.apply(places));
    }

    private static Actor holding(Reach.Opening... openings) {
        return new Actor(
                "clerk",
                "clerk",
                "Clerk",
                1,
                "person.read",
                Set.of("person.read"),
                List.of(),
                Reach.of(List.of(openings)),
                TODAY);
    }

    private static Set<UUID> people(java.util.function.Predicate<Known> which) {
        return EVERYBODY.stream().filter(which).map(Known::person).collect(Collectors.toSet());
    }

    private static boolean isToday(Known known) {
        return !TODAY.isBefore(known.from()) && TODAY.isBefore(known.to());
    }
}
