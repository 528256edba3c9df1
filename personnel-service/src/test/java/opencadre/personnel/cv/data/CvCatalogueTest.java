package opencadre.personnel.cv.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opencadre.kit.contract.EventContracts;
import opencadre.personnel.cv.CvCatalogue;
import opencadre.personnel.cv.rule.CodeList;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.cv.rule.CvField;
import opencadre.personnel.cv.rule.CvKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of the CV and its lists of codes, held against their schemas and against the official forms. */
class CvCatalogueTest {

    private static final Path CONTRACTS = EventContracts.contracts();
    private static final CvCatalogue CATALOGUE = CvCatalogueFiles.read();

    static List<Path> files() throws IOException {
        try (Stream<Path> lists = Files.list(CONTRACTS.resolve("codelists"))) {
            return Stream.concat(
                            lists.filter(file -> !file.endsWith("schema.json")),
                            Stream.of(CONTRACTS.resolve("personnel/cv.json")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsOfItsSchema(Path file) {
        JsonNode json = read(file);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(file.resolveSibling(json.path("$schema").asString()))
                        .toString());

        assertThat(schema.validate(json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aListIsNamedAsItsFileAndSaysEachCodeOnce(Path file) {
        JsonNode json = read(file);
        if (json.has("list")) {
            assertThat(file.getFileName()).hasToString(json.path("list").asString() + ".json");
            assertThat(json.path("items")
                            .valueStream()
                            .map(item -> item.path("code").asString()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyKindNamesFieldsThatItHas() {
        assertThat(CATALOGUE.kinds()).extracting(CvKind::code).doesNotHaveDuplicates();
        for (CvKind kind : CATALOGUE.kinds()) {
            // The form of the page has these beside the fields of a kind.
            assertThat(kind.field("document").or(() -> kind.field("reason"))).isEmpty();
            Set<String> days = new HashSet<>();
            Set<String> all = new HashSet<>();
            for (CvField field : kind.fields()) {
                assertThat(all.add(field.code()))
                        .as(kind.code() + "." + field.code())
                        .isTrue();
                if (field.type() == CvField.Type.DATE || field.type() == CvField.Type.YEAR) {
                    days.add(field.code());
                }
            }
            Stream.concat(
                            Stream.of(kind.validFrom(), kind.validTo()),
                            kind.fields().stream().map(CvField::notBefore))
                    .filter(name -> name != null)
                    .forEach(name -> assertThat(days).as(kind.code()).contains(name));
            assertThat(kind.fields().stream().anyMatch(CvField::required))
                    .as("an entry of %s says something", kind.code())
                    .isTrue();
        }
    }

    @Test
    void everyKindMakesASheetOfAWorkbook() {
        assertThat(CATALOGUE.kinds().stream().filter(kind -> kind.fieldClass() != CvClass.RESTRICTED))
                .extracting(kind -> kind.title().vi())
                .doesNotHaveDuplicates()
                // Names of sheets beside these, and what a program for workbooks takes as a name.
                .doesNotContain("Cán bộ", "Chức vụ", "Xếp loại", "Kỷ luật", "Sức khỏe", "Quyết định")
                .allMatch(title -> title.length() <= 31 && !title.matches(".*[\\[\\]:*?/\\\\].*"));
        for (CvKind kind : CATALOGUE.kinds()) {
            assertThat(kind.fields())
                    .extracting(field -> field.title().vi())
                    .as(kind.code())
                    .doesNotHaveDuplicates()
                    .doesNotContain("Số hiệu hồ sơ", "Văn bản");
        }
    }

    @Test
    void everyItemOfTheOfficialFormsHasItsPlace() {
        assertThat(items("2C")).containsAll(numbers(31));
        assertThat(items("TT06")).containsAll(numbers(38));
    }

    @Test
    void theFiftyFourEthnicitiesHaveTheirStatisticalCodes() {
        CodeList ethnicities = CATALOGUE.codes("ethnicity");

        assertThat(ethnicities.items().stream().map(CodeList.Item::code))
                .containsAll(
                        IntStream.rangeClosed(1, 54).mapToObj("%02d"::formatted).toList());
        assertThat(ethnicities.item("02").orElseThrow().title().vi()).isEqualTo("Tày");
        assertThat(ethnicities.item("18").orElseThrow().title().vi()).isEqualTo("Sán Dìu");
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    /** {@code 30.2, 37.2} are the items 30 and 37, {@code 28a} is 28. */
    private static Set<String> items(String form) {
        Set<String> items = new TreeSet<>();
        CATALOGUE.kinds().stream()
                .map(kind -> kind.items().getOrDefault(form, ""))
                .flatMap(numbers -> Arrays.stream(numbers.split(", ", -1)))
                .forEach(number -> items.add(number.replaceFirst("[.a-z].*", "")));
        read(CONTRACTS.resolve("personnel/cv.json"))
                .path("elsewhere")
                .path(form)
                .propertyNames()
                .forEach(number -> items.add(number.replaceFirst("[.a-z].*", "")));
        return items;
    }

    private static JsonNode read(Path file) {
        return JsonMapper.shared().readTree(EventContracts.read(file));
    }
}
