package opencadre.personnel.statistics;

import static opencadre.personnel.statistics.StatisticsColumn.UNKNOWN;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import opencadre.kit.rule.Bilingual;
import opencadre.personnel.cv.CvCatalogue;
import opencadre.personnel.cv.rule.CodeList;
import opencadre.personnel.person.AgeBand;
import org.springframework.stereotype.Component;

/**
 * The columns, in the order of the forms: counted, opened and printed by this one list. What has codes goes by the
 * words of {@code contracts/codelists}.
 */
@Component
public class StatisticsColumns {

    /** The line of everybody, and the value that everybody has. */
    public static final String ALL = "ALL";

    /** A certificate of state management of none of the ranks. */
    public static final String OTHER = "OTHER";

    /** How the codes of administrative ranks begin. */
    public static final String ADMINISTRATIVE = "01.";

    private static final Bilingual NOT_KNOWN = new Bilingual("Chưa rõ", "Unknown");
    private static final List<String> THEORY =
            List.of("THEORY_BACHELOR", "THEORY_ADVANCED", "THEORY_INTERMEDIATE", "THEORY_ELEMENTARY");
    private static final List<String> STATE =
            List.of("STATE_SENIOR", "STATE_PRINCIPAL", "STATE_SPECIALIST", "STATE_ASSISTANT");

    private final Map<Breakdown, List<StatisticsColumn>> groups = new EnumMap<>(Breakdown.class);

    StatisticsColumns(CvCatalogue catalogue) {
        for (Breakdown breakdown : Breakdown.values()) {
            groups.put(breakdown, columns(breakdown, catalogue));
        }
    }

    private static List<StatisticsColumn> columns(Breakdown breakdown, CvCatalogue catalogue) {
        List<StatisticsColumn> columns = new ArrayList<>();
        values(breakdown, catalogue)
                .forEach((value, name) -> columns.add(new StatisticsColumn(breakdown, value, name)));
        if (breakdown.mayBeUnknown()) {
            columns.add(new StatisticsColumn(breakdown, null, NOT_KNOWN));
        }
        return List.copyOf(columns);
    }

    private static Map<String, Bilingual> values(Breakdown breakdown, CvCatalogue catalogue) {
        return switch (breakdown) {
            case TOTAL -> Map.of(ALL, breakdown.label());
            case SEX -> Map.of("FEMALE", new Bilingual("Nữ", "Women"));
            case ETHNICITY -> Map.of("MINORITY", new Bilingual("Dân tộc thiểu số", "Ethnic minority"));
            case RELIGION -> Map.of("RELIGIOUS", new Bilingual("Có tôn giáo", "Religious"));
            case PARTY -> Map.of("MEMBER", new Bilingual("Là đảng viên", "Member"));
            case AGE -> ages();
            case BIRTH -> Map.of("PARTIAL", new Bilingual("Thiếu ngày hoặc tháng", "Day or month missing"));
            case EDUCATION ->
                named(
                        catalogue.codes("degree"),
                        catalogue.codes("degree").items().reversed().stream().map(CodeList.Item::code));
            case THEORY -> named(catalogue.codes("certificate-level"), THEORY.stream());
            case STATE_MANAGEMENT -> {
                Map<String, Bilingual> levels = named(catalogue.codes("certificate-level"), STATE.stream());
                levels.put(OTHER, new Bilingual("Chỉ theo chức danh lãnh đạo", "For leaders only"));
                yield levels;
            }
            case LANGUAGE, INFORMATICS -> Map.of("HELD", new Bilingual("Có chứng chỉ", "Certificate held"));
            case RANK -> {
                Map<String, Bilingual> ranks = named(
                        catalogue.codes("civil-rank"),
                        catalogue.codes("civil-rank").items().stream()
                                .map(CodeList.Item::code)
                                .filter(StatisticsColumns::isAdministrative));
                ranks.put(OTHER, new Bilingual("Ngạch, chức danh khác", "Another rank or title"));
                yield ranks;
            }
        };
    }

    /** Ngạch hành chính, which the forms count one by one; those of a profession they count together. */
    static boolean isAdministrative(String rank) {
        return rank.startsWith(ADMINISTRATIVE);
    }

    private static Map<String, Bilingual> ages() {
        Map<String, Bilingual> ages = new LinkedHashMap<>();
        ages.put(AgeBand.TO_30.name(), new Bilingual("Từ 30 trở xuống", "30 and under"));
        ages.put(AgeBand.FROM_31.name(), new Bilingual("31 đến 40", "31 to 40"));
        ages.put(AgeBand.FROM_41.name(), new Bilingual("41 đến 50", "41 to 50"));
        ages.put(AgeBand.FROM_51.name(), new Bilingual("51 đến 55", "51 to 55"));
        ages.put(AgeBand.FROM_56.name(), new Bilingual("56 đến 60", "56 to 60"));
        ages.put(AgeBand.OVER_60.name(), new Bilingual("Trên 60", "Over 60"));
        return ages;
    }

    private static Map<String, Bilingual> named(CodeList list, Stream<String> codes) {
        Map<String, Bilingual> named = new LinkedHashMap<>();
        codes.forEach(code -> named.put(code, list.item(code).orElseThrow().title()));
        return named;
    }

    /** The columns of each breakdown. */
    public Map<Breakdown, List<StatisticsColumn>> groups() {
        return groups;
    }

    /** All of them, one after the other: the order of every list of numbers. */
    public List<StatisticsColumn> all() {
        return groups.values().stream().flatMap(List::stream).toList();
    }

    /** The values of a breakdown that has an order, the highest first. */
    public List<String> highestFirst(Breakdown breakdown) {
        return groups.getOrDefault(breakdown, List.of()).stream()
                .map(column -> column.value() == null ? UNKNOWN : column.value())
                .filter(value -> !value.equals(UNKNOWN) && !value.equals(OTHER))
                .toList();
    }

    public Optional<StatisticsColumn> column(String code) {
        return all().stream().filter(column -> column.code().equals(code)).findFirst();
    }
}
