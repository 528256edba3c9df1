package opencadre.personnel.quality.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import opencadre.kit.rule.Regulations;
import opencadre.personnel.cv.rule.CvKind;

/**
 * What a dossier is held against.
 *
 * @param today the legal day
 * @param kinds of the CV's catalogue, by code
 * @param items what the official forms ask of everybody
 * @param birthProvinces codes by which identification numbers name provinces
 * @param law the regulations
 */
public record Measure(
        LocalDate today, Map<String, CvKind> kinds, List<Item> items, Set<String> birthProvinces, Regulations law) {

    private static final Map<String, String> FORMS = Map.of("2C", "2C/TCTW-98", "TT06", "TT 06/2023/TT-BNV");

    public static Measure of(LocalDate today, Collection<CvKind> kinds, Set<String> birthProvinces, Regulations law) {
        Map<String, CvKind> byCode = new LinkedHashMap<>();
        kinds.forEach(kind -> byCode.put(kind.code(), kind));
        return new Measure(today, byCode, Item.asked(kinds), birthProvinces, law);
    }

    /** Items of the official forms as they are cited: {@code 2C/TCTW-98: 5; TT 06/2023/TT-BNV: 4}. */
    static String cited(Map<String, String> items) {
        return new TreeMap<>(items)
                .entrySet().stream()
                        .map(item -> FORMS.getOrDefault(item.getKey(), item.getKey()) + ": " + item.getValue())
                        .collect(Collectors.joining("; "));
    }
}
