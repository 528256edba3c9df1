package opencadre.benchmark.province;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A province that nobody has seen: units in four trees, and people who hold one post each. The same seed and sizes give
 * the same province, id by id, on every machine.
 *
 * <p>Shape: {@code new Province(4711, 100_000, 2_000)}; people are drawn one by one and never all held.
 *
 * <p>Errors: {@link IllegalArgumentException} for sizes outside 100 to 2,500,000 people or 100 to 12,000 units.
 */
public final class Province {

    /** Since when every unit has stood. */
    public static final LocalDate FOUNDED = LocalDate.of(2015, 1, 1);

    /** The act that founded them. */
    public static final String INSTRUMENT = "Sinh thử";

    private static final int LEAST = 100;
    private static final int MOST_PEOPLE = 2_500_000;
    private static final int MOST_UNITS = 12_000;
    private static final LocalDate LAST_START = LocalDate.of(2026, 6, 1);
    private static final LocalDate OLDEST_BIRTH = LocalDate.of(1966, 1, 1);
    private static final int DAYS_OF_BIRTH = 37 * 365;
    private static final int AGE_AT_START = 22;
    private static final int ID_NUMBERS_PER_CODE = 1_000_000;
    private static final int FIRST_CODE = 19;

    private final long seed;
    private final int people;
    private final List<GeneratedUnit> units;
    private final int[] upTo;

    public Province(long seed, int people, int units) {
        if (people < LEAST || people > MOST_PEOPLE || units < LEAST || units > MOST_UNITS) {
            throw new IllegalArgumentException("There can be %,d to %,d people in %,d to %,d units, not %,d in %,d"
                    .formatted(LEAST, MOST_PEOPLE, LEAST, MOST_UNITS, people, units));
        }
        this.seed = seed;
        this.people = people;
        this.units = Structure.of(new Random(seed), seed, units);
        this.upTo = new int[units];
        int sum = 0;
        for (int i = 0; i < units; i++) {
            sum += this.units.get(i).level().weight();
            upTo[i] = sum;
        }
    }

    public long seed() {
        return seed;
    }

    public int people() {
        return people;
    }

    /** From above: a unit stands before those below it. */
    public List<GeneratedUnit> units() {
        return units;
    }

    /** The people, each once, in the order of their ids. */
    public void eachPerson(Consumer<GeneratedPerson> taker) {
        Random dice = new Random(~seed);
        Names names = new Names(dice);
        int[] held = new int[units.size()];
        for (int i = 0; i < people; i++) {
            taker.accept(person(i, dice, names, held));
        }
    }

    private GeneratedPerson person(int index, Random dice, Names names, int[] held) {
        int at = unit(dice.nextInt(upTo[upTo.length - 1]));
        GeneratedUnit unit = units.get(at);
        Rank rank = Rank.ofPost(held[at]++);
        boolean female = dice.nextInt(100) < 46;
        LocalDate birth = OLDEST_BIRTH.plusDays(dice.nextInt(DAYS_OF_BIRTH));
        LocalDate earliest = later(FOUNDED, birth.plusYears(AGE_AT_START));
        LocalDate since = earliest.plusDays(dice.nextInt((int) (LAST_START.toEpochDay() - earliest.toEpochDay())));
        return new GeneratedPerson(
                Ids.of(2L * index, dice),
                Ids.of(2L * index + 1, dice),
                names.next(female),
                female,
                birth,
                "B%d-%07d".formatted(seed, index),
                idNumber(index, female, birth),
                unit,
                rank.title(unit.level()),
                unit.level().scope(rank == Rank.HEAD),
                since);
    }

    private int unit(int drawn) {
        int found = java.util.Arrays.binarySearch(upTo, drawn + 1);
        return found >= 0 ? found : -found - 1;
    }

    /** Province, sex and century, year of birth, and six digits that no other of the province has. */
    private static String idNumber(int index, boolean female, LocalDate birth) {
        int century = (birth.getYear() / 100 - 19) * 2 + (female ? 1 : 0);
        return "%03d%d%02d%06d"
                .formatted(
                        FIRST_CODE + index / ID_NUMBERS_PER_CODE,
                        century,
                        birth.getYear() % 100,
                        index % ID_NUMBERS_PER_CODE);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** What somebody is in a unit: the first who comes heads it. */
    private enum Rank {
        HEAD,
        DEPUTY,
        STAFF;

        private static final int DEPUTIES = 2;

        static Rank ofPost(int before) {
            if (before == 0) {
                return HEAD;
            }
            return before <= DEPUTIES ? DEPUTY : STAFF;
        }

        String title(Level level) {
            String head = switch (level) {
                case PROVINCE, COMMUNE -> "Chủ tịch";
                case DEPARTMENT -> "Giám đốc";
                case DIVISION, OFFICE -> "Trưởng phòng";
                case SCHOOL -> "Hiệu trưởng";
                case GROUP -> "Tổ trưởng";
            };
            return switch (this) {
                case HEAD -> head;
                case DEPUTY -> "Phó " + head;
                case STAFF ->
                    switch (level) {
                        case PROVINCE, DEPARTMENT, DIVISION -> "Chuyên viên";
                        case COMMUNE, OFFICE -> "Công chức";
                        case SCHOOL, GROUP -> "Viên chức";
                    };
            };
        }
    }
}
