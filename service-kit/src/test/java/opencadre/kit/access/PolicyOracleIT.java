package opencadre.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import opencadre.kit.TestDatabase;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The policy against its own sentences: random histories of units, people and rights, and after each change who may do
 * what to whom on which day, asked of the two fences and reckoned once more by {@link Oracle}, which knows no number,
 * no range and no SQL. {@code -Dopencadre.seed=…} plays a history again.
 */
class PolicyOracleIT {

    private static final long SEED = Long.getLong("opencadre.seed", new Random().nextLong());
    private static final int WORLDS = 24;
    private static final int STATES = 4;
    private static final int QUESTIONS = 11;
    private static final int PEOPLE = 48;

    private static final LocalDate BEGIN = LocalDate.of(2026, 11, 24);
    private static final List<String> FAMILIES = List.of("Nguyễn", "Trần", "Đặng", "Lê");
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final DSLContext DB = DATABASE.db();
    private static final AccessContracts CONTRACTS = AccessContracts.of("personnel");
    private static final List<String> ROLES =
            CONTRACTS.roles().stream().sorted().toList();

    private final Random random = new Random(SEED);
    private final Places writer = new Places(DB, Places.Fences.BOTH);
    private final Grants grants = new Grants(DB, writer);
    private final Units units = new Units(DB);
    private final Tally tally = new Tally();

    @BeforeAll
    static void aTableAboutPeopleAsServicesHaveThem() {
        DATABASE.asOwner("CREATE TABLE remark (person_id uuid PRIMARY KEY)");
        DATABASE.asOwner("ALTER TABLE remark ENABLE ROW LEVEL SECURITY");
        DATABASE.asOwner("ALTER TABLE remark FORCE ROW LEVEL SECURITY");
        DATABASE.asOwner("CREATE POLICY remark_in_reach ON remark USING ((SELECT is_system())"
                + " OR EXISTS (SELECT FROM place WHERE place.person_id = remark.person_id OFFSET 0))");
        DATABASE.asOwner("GRANT SELECT, INSERT, DELETE ON remark TO "
                + DATABASE.database().app());
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** A post or custody, from its first day to the first on which it is over. */
    private record Post(
            UUID source,
            UUID unit,
            int scope,
            int securityClass,
            LocalDate from,
            @Nullable LocalDate to) {

        boolean isOn(LocalDate day) {
            return PolicyOracleIT.isOn(day, from, to);
        }

        Places.Place place() {
            return new Places.Place(source, unit, scope, securityClass, from, to);
        }
    }

    private record Somebody(UUID id, String name, List<Post> posts) {

        boolean hasTheWord(String word) {
            return List.of(name.split(" ", -1)).contains(word);
        }
    }

    private record Account(String subject, boolean runsTheSystem, long version, List<Grant> held) {}

    /** What is true, beside the database. Every unit that stands has an entry, those at the top name none above. */
    private static final class World {
        final Map<UUID, Optional<UUID>> above = new java.util.LinkedHashMap<>();
        final List<UUID> ahead = new ArrayList<>();
        final List<Somebody> people = new ArrayList<>();
        final List<Account> accounts = new ArrayList<>();
    }

    /** The contract in plain words. */
    private record Oracle(World world) {

        /** A right counts from its first day until the day on which it is no longer held, for whoever opens files. */
        List<Grant> carrying(Account account, String action, LocalDate day) {
            return account.held().stream()
                    .filter(right -> !account.runsTheSystem())
                    .filter(right -> isOn(day, right.validFrom(), right.validTo()))
                    .filter(right -> CONTRACTS.carries(right.role(), action))
                    .toList();
        }

        /** Whoever runs the system comes in by that and reaches nobody, whatever else stands in the tables. */
        boolean letsIn(Account account, String action, LocalDate day) {
            return account.runsTheSystem()
                    ? CONTRACTS.carries("SYS_ADMIN", action)
                    : !carrying(account, action, day).isEmpty();
        }

        /** Somebody exists for an account by one right that reaches one post which they have on that day. */
        boolean sees(Account account, String action, LocalDate day, Somebody somebody) {
            return carrying(account, action, day).stream().anyMatch(right -> reaches(right, day, somebody));
        }

        boolean reaches(Grant right, LocalDate day, Somebody somebody) {
            return isOwnRecord(right)
                    ? somebody.id().equals(right.personId())
                            && !somebody.posts().isEmpty()
                    : somebody.posts().stream().anyMatch(post -> post.isOn(day) && reaches(right, post));
        }

        boolean reaches(Grant right, Post post) {
            return reaches(right, post.unit(), post.scope()) && post.securityClass() <= right.securityClass();
        }

        /** The unit of the right or one below it, as the trees stand; no scope named means all. */
        boolean reaches(Grant right, UUID unit, int scope) {
            return right.personId() == null
                    && !right.role().equals("CADRE_SELF")
                    && isWithin(unit, right.unitId())
                    && (right.scopes().isEmpty() || right.scopes().contains(scope));
        }

        boolean isWithin(UUID unit, UUID top) {
            if (!world.above.containsKey(unit) || !world.above.containsKey(top)) {
                return false;
            }
            return unit.equals(top)
                    || world.above.get(unit).filter(up -> isWithin(up, top)).isPresent();
        }

        /** The one role that names a record, and no other, sees that record as its own. */
        static boolean isOwnRecord(Grant right) {
            return right.role().equals("CADRE_SELF") && right.personId() != null;
        }
    }

    private static boolean isOn(LocalDate day, LocalDate from, @Nullable LocalDate to) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** How much was asked, so that a generator that asks nothing worth asking is seen. */
    private static final class Tally {
        long decisions;
        long seen;
        long onTheEdge;
        long shutDoors;
        long ownRecords;
        long severalPosts;
        long placings;
        long placed;
    }

    /** Which fences stand while a question is asked. */
    private enum Standing {
        BOTH,
        FILTER_ALONE,
        ROW_SECURITY_ALONE
    }

    @Test
    void thePolicyDecidesAsItsSentencesSay() {
        for (int i = 0; i < WORLDS; i++) {
            World world = new World();
            settle(world);
            for (int state = 0; state < STATES; state++) {
                for (int question = 0; question < QUESTIONS; question++) {
                    ask(world, any(world.accounts));
                }
                change(world);
            }
        }
        System.out.printf(
                "%d decisions, %.0f %% seen, %.0f %% on an edge, %d own, %d doors, %d/%d placed, seed %d%n",
                tally.decisions,
                share(tally.seen),
                share(tally.onTheEdge),
                tally.ownRecords,
                tally.shutDoors,
                tally.placed,
                tally.placings,
                SEED);
        assertThat(tally.decisions).as(seed("decisions")).isGreaterThanOrEqualTo(20_000);
        assertThat(share(tally.seen)).as(seed("seen")).isBetween(8.0, 92.0);
        assertThat(share(tally.onTheEdge)).as(seed("on a first or last day")).isGreaterThan(60.0);
        assertThat(share(tally.severalPosts))
                .as(seed("of people with several posts"))
                .isGreaterThan(30.0);
        assertThat(tally.shutDoors).as(seed("without a right that carries it")).isGreaterThan(10);
        assertThat(tally.ownRecords).as(seed("own records seen")).isGreaterThan(10);
        assertThat(tally.placed).as(seed("placed")).isGreaterThan(50);
        assertThat(tally.placings - tally.placed).as(seed("placings refused")).isGreaterThan(50);
    }

    private double share(long part) {
        return 100.0 * part / tally.decisions;
    }

    private static String seed(String what) {
        return what + " (-Dopencadre.seed=" + SEED + ")";
    }

    // The questions

    private void ask(World world, Account account) {
        Oracle oracle = new Oracle(world);
        LocalDate day = aDay(world, account);
        String action = anAction(account);
        List<Grant> carrying = oracle.carrying(account, action, day);
        tally.decisions += world.people.size();
        tally.severalPosts +=
                world.people.stream().filter(p -> p.posts().size() > 1).count();
        tally.onTheEdge += world.people.stream()
                .filter(p -> isEdge(day, account.held(), Grant::validFrom, Grant::validTo)
                        || isEdge(day, p.posts(), Post::from, Post::to))
                .count();
        Actor actor = letIn(account, action, day);
        String where = seed(account + " " + action + " " + day);
        assertThat(actor != null).as(where).isEqualTo(oracle.letsIn(account, action, day));
        if (actor == null) {
            tally.shutDoors++;
            return;
        }
        Set<UUID> expected = ids(world, p -> oracle.sees(account, action, day, p));
        tally.seen += expected.size();
        tally.ownRecords += carrying.stream()
                .filter(Oracle::isOwnRecord)
                .filter(right -> expected.contains(right.personId()))
                .count();
        String word = any(FAMILIES);
        UUID unit = any(List.copyOf(world.above.keySet()));
        Set<UUID> ofTheWord = ids(world, p -> expected.contains(p.id()) && p.hasTheWord(word));
        Set<UUID> ofTheUnit = ids(
                world,
                p -> p.posts().stream()
                        .anyMatch(post -> post.isOn(day)
                                && oracle.isWithin(post.unit(), unit)
                                && carrying.stream().anyMatch(right -> oracle.reaches(right, post))));
        List<Somebody> some = List.of(any(world.people), any(world.people), any(world.people));
        int scope = random.nextInt(5);
        Set<UUID> unitsReached = world.above.keySet().stream()
                .filter(each -> carrying.stream().anyMatch(right -> oracle.reaches(right, each, scope)))
                .collect(Collectors.toSet());
        for (Standing standing : Standing.values()) {
            String asked = standing + " " + where;
            under(standing, actor, places -> {
                assertThat(listed(places, actor, null, null)).as(asked).isEqualTo(expected);
                assertThat(places.count(actor, new Places.Query(null, null)))
                        .as(asked)
                        .isEqualTo(expected.size());
                assertThat(listed(places, actor, word, null)).as(asked + word).isEqualTo(ofTheWord);
                assertThat(places.count(actor, new Places.Query(null, unit)))
                        .as(asked + unit)
                        .isEqualTo(ofTheUnit.size());
                assertThat(listed(places, actor, null, unit)).as(asked + unit).isEqualTo(ofTheUnit);
                assertThat(remarks(standing, places, actor)).as(asked).isEqualTo(expected);
                assertThat(unitsReached(standing, places, actor, scope))
                        .as(asked + scope)
                        .isEqualTo(unitsReached);
                for (Somebody each : some) {
                    boolean sees = expected.contains(each.id());
                    assertThat(places.isVisible(actor, each.id()))
                            .as(asked + each)
                            .isEqualTo(sees);
                    List<Places.Spot> spots = places.spots(actor, each.id());
                    assertThat(spots.isEmpty()).as(asked + each).isEqualTo(!sees);
                    assertThat(Set.copyOf(access(day).why(actor, spots)))
                            .as(asked + each)
                            .isEqualTo(carrying.stream()
                                    .filter(right -> oracle.reaches(right, day, each))
                                    .collect(Collectors.toSet()));
                }
                return null;
            });
        }
        assertThat(inPages(actor)).as(where).isEqualTo(expected);
        place(world, oracle, actor, carrying, where);
    }

    /** Somebody new is placed exactly where a right reaches, whichever day the post begins on. */
    private void place(World world, Oracle oracle, Actor actor, List<Grant> carrying, String where) {
        Post post = aPost(world);
        boolean may = carrying.stream().anyMatch(right -> oracle.reaches(right, post));
        class TakenBack extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }
        boolean taken;
        try {
            DATABASE.work().as(actor, () -> {
                writer.replace(UUID.randomUUID(), null, "an", List.of(post.place()));
                throw new TakenBack();
            });
            throw new AssertionError("nothing came of it");
        } catch (TakenBack e) {
            taken = true;
        } catch (DataAccessException e) {
            taken = false;
        }
        assertThat(taken).as(where + post).isEqualTo(may);
        tally.placings++;
        tally.placed += taken ? 1 : 0;
    }

    private @Nullable Actor letIn(Account account, String action, LocalDate day) {
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "none")
                .subject(account.subject())
                .claim("authz_version", account.version())
                .claim("roles", account.runsTheSystem() ? List.of("sys-admin") : List.of())
                .build();
        try {
            return access(day)
                    .actor(token, new AccessContracts.Operation(action, FieldClass.PERSONAL), null, Actor.Manner.VIEW);
        } catch (AccessDeniedException e) {
            return null;
        }
    }

    private Access access(LocalDate day) {
        return new Access(CONTRACTS, grants, () -> day, () -> Instant.EPOCH);
    }

    private static void under(Standing standing, Actor actor, Function<Places, @Nullable Object> questions) {
        Places places = new Places(
                DB, standing == Standing.ROW_SECURITY_ALONE ? Places.Fences.ROW_SECURITY_ONLY : Places.Fences.BOTH);
        if (standing == Standing.FILTER_ALONE) {
            // Work of the service itself passes row-level security: only the filter is left standing then.
            DATABASE.work().asSystem("test", () -> questions.apply(places));
        } else {
            DATABASE.work().as(actor, () -> questions.apply(places));
        }
    }

    private static Set<UUID> listed(Places places, Actor actor, @Nullable String word, @Nullable UUID unit) {
        List<UUID> lines = places.page(actor, new Places.Query(word, unit), null, 500).stream()
                .map(Places.Line::personId)
                .toList();
        assertThat(lines).as(seed("a list")).doesNotHaveDuplicates();
        return Set.copyOf(lines);
    }

    private static Set<UUID> inPages(Actor actor) {
        Set<UUID> seen = new HashSet<>();
        under(Standing.BOTH, actor, places -> {
            List<Places.Line> page = places.page(actor, new Places.Query(null, null), null, 19);
            while (!page.isEmpty()) {
                for (Places.Line line : page) {
                    assertThat(seen.add(line.personId())).as(seed("twice")).isTrue();
                }
                page = places.page(actor, new Places.Query(null, null), page.getLast(), 19);
            }
            return null;
        });
        return seen;
    }

    /** Rows of a table about people: its policy alone where the filter looks away. */
    private static Set<UUID> remarks(Standing standing, Places places, Actor actor) {
        Condition filter = standing == Standing.ROW_SECURITY_ALONE
                ? DSL.trueCondition()
                : places.visible(actor, DSL.field(DSL.name("remark", "person_id"), UUID.class));
        return DB.select(DSL.field(DSL.name("remark", "person_id"), UUID.class))
                .from(DSL.table(DSL.name("remark")))
                .where(filter)
                .fetchSet(row -> row.value1());
    }

    private Set<UUID> unitsReached(Standing standing, Places places, Actor actor, int scope) {
        var unit = DSL.field(DSL.name("unit_node", "unit_id"), UUID.class);
        Condition reached = standing == Standing.ROW_SECURITY_ALONE
                ? DSL.condition("unit_in_reach(unit_node.unit_id, {0}::smallint)", DSL.val(scope))
                : places.unitInReach(actor, unit, DSL.val((short) scope));
        Set<UUID> all = DB.select(unit)
                .from(DSL.table(DSL.name("unit_node")))
                .where(reached)
                .fetchSet(row -> row.value1());
        all.stream()
                .limit(1)
                .forEach(id -> assertThat(units.isInReach(actor, id, scope))
                        .as(seed("unit"))
                        .isTrue());
        return all;
    }

    // The histories

    private void settle(World world) {
        system(() -> {
            grants.forget(null);
            writer.forget(null);
            DB.execute("DELETE FROM own_record");
            DB.execute("DELETE FROM remark");
            units.remove(null);
        });
        for (int i = 0; i < 14; i++) {
            world.above.put(UUID.randomUUID(), i < 2 ? Optional.empty() : someUnit(world));
        }
        world.ahead.add(UUID.randomUUID());
        number(world);
        for (int i = 0; i < PEOPLE; i++) {
            String name = any(FAMILIES) + " Văn " + any(List.of("An", "Bình", "Chi")) + " " + i;
            Somebody somebody = new Somebody(UUID.randomUUID(), name, posts(world));
            world.people.add(somebody);
            system(() -> {
                keep(somebody);
                writer.index(somebody.id(), somebody.name());
                DB.execute("INSERT INTO remark (person_id) VALUES (?)", somebody.id());
            });
        }
        for (int i = 0; i < 6; i++) {
            Account account = new Account(UUID.randomUUID().toString(), random.nextInt(12) == 0, 1, rights(world));
            world.accounts.add(account);
            tell(account);
        }
    }

    /** One thing of each kind that happens between two days. */
    private void change(World world) {
        move(world);
        switch (random.nextInt(3)) {
            case 0 -> end(world);
            case 1 -> begin(world);
            default -> {}
        }
        for (int i = 0; i < 6; i++) {
            settleAnew(world, random.nextInt(world.people.size()));
        }
        for (int i = 0; i < 2; i++) {
            int which = random.nextInt(world.accounts.size());
            Account before = world.accounts.get(which);
            Account after = new Account(before.subject(), before.runsTheSystem(), before.version() + 1, rights(world));
            world.accounts.set(which, after);
            tell(after);
            // What comes late is of yesterday and changes nothing.
            tell(before);
        }
    }

    /** A unit goes, with all below it, under one that is not below it. */
    private void move(World world) {
        Oracle oracle = new Oracle(world);
        UUID unit = any(List.copyOf(world.above.keySet()));
        List<UUID> others = world.above.keySet().stream()
                .filter(other -> !oracle.isWithin(other, unit))
                .toList();
        if (!others.isEmpty()) {
            world.above.put(unit, Optional.of(any(others)));
            number(world);
        }
    }

    /** One that has none below it ends, and may begin again. */
    private void end(World world) {
        List<UUID> leaves = world.above.keySet().stream()
                .filter(unit -> world.above.values().stream()
                        .noneMatch(up -> up.filter(unit::equals).isPresent()))
                .toList();
        UUID leaf = any(leaves);
        world.above.remove(leaf);
        world.ahead.add(leaf);
        system(() -> units.remove(leaf));
    }

    /** One that people are known to be in already begins. */
    private void begin(World world) {
        if (!world.ahead.isEmpty()) {
            world.above.put(world.ahead.removeFirst(), someUnit(world));
            number(world);
        }
    }

    private void settleAnew(World world, int which) {
        Somebody before = world.people.get(which);
        List<Post> posts;
        if (before.posts().size() > 1 && random.nextBoolean()) {
            // One fact alone is put right.
            Post old = before.posts().getFirst();
            Post anew = aPost(world);
            Post corrected =
                    new Post(old.source(), anew.unit(), anew.scope(), anew.securityClass(), anew.from(), anew.to());
            posts = new ArrayList<>(before.posts().subList(1, before.posts().size()));
            posts.add(corrected);
            Somebody after = new Somebody(before.id(), before.name(), List.copyOf(posts));
            world.people.set(which, after);
            system(() ->
                    writer.keep(after.id(), old.source(), Places.nameKey(after.name()), List.of(corrected.place())));
        } else {
            Somebody after = new Somebody(before.id(), before.name(), posts(world));
            world.people.set(which, after);
            system(() -> keep(after));
        }
    }

    private void keep(Somebody somebody) {
        writer.replace(
                somebody.id(),
                null,
                Places.nameKey(somebody.name()),
                somebody.posts().stream().map(Post::place).toList());
    }

    private void tell(Account account) {
        system(() -> grants.replace(
                new Grants.Account(account.subject(), account.subject(), account.version(), account.held())));
    }

    /** Numbers the trees as nested intervals, with gaps, in a new order and as high as numbers go. */
    private void number(World world) {
        List<Units.Node> nodes = new ArrayList<>();
        int tree = 1 + random.nextInt(2);
        for (Map.Entry<UUID, Optional<UUID>> each : world.above.entrySet()) {
            if (each.getValue().isEmpty()) {
                number(world, each.getKey(), tree, (long) tree << 46, nodes);
                tree++;
            }
        }
        system(() -> nodes.forEach(units::put));
    }

    private long number(World world, UUID unit, int tree, long from, List<Units.Node> nodes) {
        long lo = from + random.nextInt(2);
        long last = lo;
        List<UUID> below = world.above.entrySet().stream()
                .filter(each -> each.getValue().filter(unit::equals).isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
        java.util.Collections.shuffle(below, random);
        for (UUID each : below) {
            last = number(world, each, tree, last + 1, nodes);
        }
        UUID parent = java.util.Objects.requireNonNull(world.above.get(unit)).orElse(null);
        long hi = parent == null && random.nextBoolean() ? ((tree + 1L) << 46) - 1 : last + random.nextInt(2);
        nodes.add(new Units.Node(unit, tree, parent, lo, hi));
        return hi;
    }

    private List<Post> posts(World world) {
        List<Post> posts = new ArrayList<>();
        // Who has none at all is known by name alone.
        int howMany = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4);
        for (int i = 0; i < howMany; i++) {
            posts.add(aPost(world));
        }
        return List.copyOf(posts);
    }

    private Post aPost(World world) {
        List<UUID> all = new ArrayList<>(world.above.keySet());
        all.addAll(world.ahead);
        LocalDate from = BEGIN.plusDays(random.nextInt(12) - 6L);
        return new Post(
                UUID.randomUUID(),
                any(all),
                random.nextInt(5),
                random.nextInt(3) * random.nextInt(2),
                from,
                aLastDay(from));
    }

    private List<Grant> rights(World world) {
        List<Grant> rights = new ArrayList<>();
        List<String> some = List.of(any(ROLES), any(ROLES));
        int howMany = random.nextInt(10) == 0 ? 0 : 2 + random.nextInt(5);
        for (int i = 0; i < howMany; i++) {
            // Accounts hold two of the roles more often than one, so that their rights meet.
            String role = random.nextInt(8) == 0 ? "CADRE_SELF" : any(some);
            // Nobody gives such rights, but a table can hold them: one that is not its role's says nothing.
            boolean names = role.equals("CADRE_SELF") ? random.nextInt(8) != 0 : random.nextInt(12) == 0;
            LocalDate from = BEGIN.plusDays(random.nextInt(12) - 9L);
            Grant right = new Grant(
                    role,
                    aHighUnit(world),
                    names ? any(world.people).id() : null,
                    random.nextInt(5) < 3 ? List.of() : List.of(random.nextInt(5), random.nextInt(5)),
                    random.nextInt(4),
                    from,
                    aLastDay(from));
            rights.add(
                    random.nextInt(4) == 0
                            ? right.numbered(null, new Grant.Delegation(UUID.randomUUID(), "somebody"))
                            : right);
        }
        // A right is numbered by its content, whoever handed it on.
        Map<UUID, Grant> numbered = new java.util.LinkedHashMap<>();
        rights.forEach(right -> numbered.putIfAbsent(right.id(), right));
        return List.copyOf(numbered.values());
    }

    private @Nullable LocalDate aLastDay(LocalDate from) {
        return random.nextInt(2) == 0 ? null : from.plusDays(1L + random.nextInt(8));
    }

    /** Mostly one on which something begins or is over, or the one before. */
    private LocalDate aDay(World world, Account account) {
        List<LocalDate> edges = new ArrayList<>();
        account.held().forEach(right -> {
            edges.add(right.validFrom());
            edges.add(right.validTo() == null ? right.validFrom() : right.validTo());
        });
        for (int i = 0; i < 4; i++) {
            any(world.people).posts().forEach(post -> {
                edges.add(post.from());
                edges.add(post.to() == null ? post.from() : post.to());
            });
        }
        return edges.isEmpty() || random.nextInt(5) == 0
                ? BEGIN.plusDays(random.nextInt(8) - 2L)
                : any(edges).minusDays(random.nextInt(2));
    }

    private static <T> boolean isEdge(
            LocalDate day, Collection<T> all, Function<T, LocalDate> from, Function<T, @Nullable LocalDate> to) {
        return all.stream().anyMatch(each -> {
            LocalDate over = to.apply(each);
            return isFirstOrBefore(day, from.apply(each)) || (over != null && isFirstOrBefore(day, over));
        });
    }

    private static boolean isFirstOrBefore(LocalDate day, LocalDate edge) {
        return day.equals(edge) || day.plusDays(1).equals(edge);
    }

    private String anAction(Account account) {
        List<String> roles = account.held().isEmpty() || random.nextInt(10) == 0
                ? ROLES
                : List.of(any(account.held()).role());
        List<String> actions = CONTRACTS.actionsOf(List.of(any(roles))).stream()
                .filter(action -> !action.equals(Access.SELF_READ))
                .toList();
        return any(actions);
    }

    private static Set<UUID> ids(World world, Predicate<Somebody> which) {
        return world.people.stream().filter(which).map(Somebody::id).collect(Collectors.toSet());
    }

    /** The higher of two and often a whole tree, so that much lies within. */
    private UUID aHighUnit(World world) {
        Oracle oracle = new Oracle(world);
        List<UUID> all = List.copyOf(world.above.keySet());
        if (random.nextInt(3) == 0) {
            return any(all.stream()
                    .filter(unit ->
                            world.above.getOrDefault(unit, Optional.empty()).isEmpty())
                    .toList());
        }
        UUID one = any(all);
        UUID other = any(all);
        return all.stream().filter(u -> oracle.isWithin(u, one)).count()
                        > all.stream().filter(u -> oracle.isWithin(u, other)).count()
                ? one
                : other;
    }

    private Optional<UUID> someUnit(World world) {
        return Optional.of(any(List.copyOf(world.above.keySet())));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static void system(Runnable statements) {
        DATABASE.work().asSystem("test", () -> {
            statements.run();
            return null;
        });
    }
}
