package opencadre.benchmark.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProvinceTest {

    private static final Province PROVINCE = new Province(4711, 20_000, 1_500);

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(digest(new Province(7, 2_000, 300)))
                .isEqualTo(digest(new Province(7, 2_000, 300)))
                // Written down, so that a change of the generator is seen: figures of different data are not compared.
                .isEqualTo("a601428924f5a717");
    }

    @Test
    void anotherSeedGivesOtherUnitsAndOtherPeople() {
        Province one = new Province(7, 200, 200);
        Province other = new Province(8, 200, 200);

        assertThat(ids(one)).doesNotContainAnyElementsOf(ids(other));
        assertThat(people(one))
                .extracting(GeneratedPerson::fullName)
                .isNotEqualTo(
                        people(other).stream().map(GeneratedPerson::fullName).toList());
    }

    @Test
    void thereAreAsManyAsAskedFor() {
        for (int units : List.of(100, 231, 1_500, 12_000)) {
            assertThat(new Province(1, 100, units).units()).hasSize(units);
        }
        assertThat(people(PROVINCE)).hasSize(20_000);
    }

    @Test
    void refusesSizesForWhichItHasNoRoom() {
        assertThatThrownBy(() -> new Province(1, 99, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Province(1, 100, 12_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyIntervalLiesInsideTheOneAboveAndBesideItsSiblings() {
        for (Province province : List.of(PROVINCE, new Province(1, 100, 12_000))) {
            Map<UUID, GeneratedUnit> known =
                    province.units().stream().collect(Collectors.toMap(GeneratedUnit::id, Function.identity()));
            List<GeneratedUnit> sorted = province.units().stream()
                    .sorted(java.util.Comparator.comparingLong(GeneratedUnit::lo))
                    .toList();
            List<GeneratedUnit> open = new ArrayList<>();
            for (GeneratedUnit unit : sorted) {
                // Whatever is still open when another begins holds it whole.
                while (!open.isEmpty() && open.getLast().hi() < unit.lo()) {
                    open.removeLast();
                }
                UUID above = open.isEmpty() ? null : open.getLast().id();
                assertThat(above).as(unit.name()).isEqualTo(unit.parentId());
                if (above != null) {
                    GeneratedUnit parent = java.util.Objects.requireNonNull(known.get(above));
                    assertThat(unit.lo()).isGreaterThan(parent.lo());
                    assertThat(unit.hi()).isLessThanOrEqualTo(parent.hi());
                    assertThat(unit.tree()).isEqualTo(parent.tree());
                }
                open.add(unit);
            }
        }
    }

    @Test
    void aUnitComesAfterTheOneAboveIt() {
        Set<UUID> before = new HashSet<>();
        for (GeneratedUnit unit : PROVINCE.units()) {
            assertThat(unit.parentId() == null || before.contains(unit.parentId()))
                    .isTrue();
            before.add(unit.id());
        }
    }

    @Test
    void everyTreeAndLevelIsThere() {
        assertThat(PROVINCE.units()).extracting(GeneratedUnit::tree).contains(Tree.values());
        assertThat(PROVINCE.units()).extracting(GeneratedUnit::level).contains(Level.values());
    }

    @Test
    void nobodySharesAnIdOrANumber() {
        List<GeneratedPerson> people = people(PROVINCE);

        assertThat(people).extracting(GeneratedPerson::id).doesNotHaveDuplicates();
        assertThat(people).extracting(GeneratedPerson::assignmentId).doesNotHaveDuplicates();
        assertThat(people).extracting(GeneratedPerson::fileNumber).doesNotHaveDuplicates();
        assertThat(people).extracting(GeneratedPerson::idNumber).doesNotHaveDuplicates();
    }

    @Test
    void idNumbersSayTheSexAndTheYearOfBirth() {
        assertThat(people(PROVINCE)).allSatisfy(person -> {
            assertThat(person.idNumber()).matches("\\d{12}");
            int code = Character.digit(person.idNumber().charAt(3), 10);
            assertThat(code % 2 == 1).isEqualTo(person.female());
            assertThat(1900
                            + code / 2 * 100
                            + Integer.parseInt(person.idNumber().substring(4, 6)))
                    .isEqualTo(person.birth().getYear());
        });
    }

    @Test
    void nobodyWorksBeforeTheUnitStandsOrBeforeGrowingUp() {
        assertThat(people(PROVINCE)).allSatisfy(person -> {
            assertThat(person.since()).isBetween(Province.FOUNDED, LocalDate.of(2026, 6, 1));
            assertThat(person.since()).isAfterOrEqualTo(person.birth().plusYears(22));
        });
    }

    @Test
    void namesAreComposedAndOfAboutTheDistributionOfTheCountry() {
        List<GeneratedPerson> people = people(PROVINCE);

        assertThat(people)
                .allSatisfy(person -> assertThat(person.fullName())
                        .isEqualTo(Normalizer.normalize(person.fullName(), Normalizer.Form.NFC))
                        .matches("\\p{L}+( \\p{L}+){2,3}"));
        assertThat(people.stream().filter(person -> person.fullName().startsWith("Nguyễn ")))
                .hasSizeBetween(5_400, 6_600);
        assertThat(people.stream().map(GeneratedPerson::fullName).distinct()).hasSizeGreaterThan(10_000);
    }

    @Test
    void everyUnitHasOneHeadAtMost() {
        Map<UUID, Long> heads = people(PROVINCE).stream()
                .filter(person -> person.title().matches("(Chủ tịch|Giám đốc|Trưởng phòng|Hiệu trưởng|Tổ trưởng)"))
                .collect(Collectors.groupingBy(person -> person.unit().id(), Collectors.counting()));

        assertThat(heads).isNotEmpty();
        assertThat(heads.values()).containsOnly(1L);
    }

    private static List<GeneratedPerson> people(Province province) {
        List<GeneratedPerson> people = new ArrayList<>();
        province.eachPerson(people::add);
        return people;
    }

    private static Set<UUID> ids(Province province) {
        Set<UUID> ids = new HashSet<>();
        province.units().forEach(unit -> ids.add(unit.id()));
        province.eachPerson(person -> ids.add(person.id()));
        return ids;
    }

    private static String digest(Province province) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            province.units().forEach(unit -> digest.update(unit.toString().getBytes(StandardCharsets.UTF_8)));
            province.eachPerson(person -> digest.update(person.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
