package opencadre.personnel.cv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.time.PartialDate;
import opencadre.kit.word.PaperPicture;
import opencadre.personnel.cv.Certificates.Certificate;
import opencadre.personnel.cv.rule.CvField;
import opencadre.personnel.cv.rule.CvKind;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.Identity;
import opencadre.personnel.person.PersonView;
import opencadre.personnel.person.Sex;
import opencadre.personnel.unit.Tree;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands at the places of a form, in the words of the paper.
 *
 * <p>Shape: a kind that is held once gives a map, {@code {{BIRTH_PLACE.province}}}, with all of it in
 * {@code {{BIRTH_PLACE.all}}}; a kind of which there may be many gives the rows of a table, {@code {{DEGREE}}} with the
 * cells {@code [school]}, and all of them in one line, {@code {{DEGREE_all}}}. Beside these stand what other records
 * answer, as {@code {{fullName}}}, {@code {{POSTS}}} or {@code {{THEORY}}}. What is not known is empty.
 */
@Component
public class CvPaper {

    private static final List<String> DISCIPLINES = List.of("from", "to", "form", "matter", "body", "document");
    private static final List<String> STUDIES = List.of("from", "to", "issuer", "name", "mode", "language", "level");
    private static final List<String> SPELLS = List.of("from", "to", "unit", "title", "work");
    private static final List<String> PAYS = List.of("from", "to", "rank", "step", "coefficient", "amount");
    private static final List<String> KIN = List.of("relation", "name", "birthYear", "about");

    /** Of a code list: what is none of the others, told in words by the field of the same name with {@code Other}. */
    private static final String OTHER = "KHAC";

    private static final String NAMED = "Other";

    /** How the names of what stands at the top begin, before the name of the province. */
    private static final Pattern PROVINCE = Pattern.compile("^(Tỉnh ủy|Thành ủy|UBND tỉnh|Tỉnh|Thành phố) ");

    private static final Map<String, String> CERTIFICATE_TABLES = Map.of(
            "POLITICAL_THEORY", "THEORY",
            "STATE_MANAGEMENT", "STATE_MANAGEMENT",
            "DEFENCE_SECURITY", "DEFENCE",
            "INFORMATION_TECHNOLOGY", "COMPUTING",
            "FOREIGN_LANGUAGE", "LANGUAGES");

    private final CvCatalogue catalogue;

    CvPaper(CvCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Everything that a form tells.
     *
     * @param idNumber where it is known and may be told
     * @param entries that hold on the day
     * @param begun every entry that began by the day, also of kinds held once: the history of pay
     * @param province at the top of the tree in which the managing unit stands
     * @param managingUnit the unit that has the file
     * @param unitNames by unit
     * @param withRestricted whether the entries include the restricted ones
     * @param portrait null where there is none
     */
    public record Content(
            PersonView person,
            @Nullable String idNumber,
            List<CvEntry> entries,
            List<CvEntry> begun,
            List<Certificate> certificates,
            List<Conduct> conduct,
            String province,
            String managingUnit,
            Map<UUID, String> unitNames,
            boolean withRestricted,
            @Nullable PaperPicture portrait) {}

    /** Names of the places that are tables. */
    public Set<String> tables() {
        Set<String> tables = new TreeSet<>(CERTIFICATE_TABLES.values());
        tables.addAll(List.of("DISCIPLINE", "SPELLS", "PAY", "KIN_OWN", "KIN_SPOUSE", "STUDIES"));
        catalogue.kinds().stream().filter(CvKind::many).map(CvKind::code).forEach(tables::add);
        return tables;
    }

    public Map<String, Object> places(Content content) {
        Map<String, Object> places = new HashMap<>();
        identity(places, content);
        posts(places, content);
        for (CvKind kind : catalogue.kinds()) {
            List<CvEntry> entries = of(content.entries(), kind.code());
            if (kind.many()) {
                places.put(
                        kind.code(),
                        rows(entries.stream().map(entry -> shown(kind, entry)).toList(), codes(kind)));
                places.put(
                        kind.code() + "_all",
                        entries.stream().map(entry -> all(kind, entry)).collect(Collectors.joining("; ")));
            } else {
                Map<String, String> values =
                        new HashMap<>(entries.isEmpty() ? blank(codes(kind)) : shown(kind, entries.getFirst()));
                values.put("all", entries.isEmpty() ? "" : all(kind, entries.getFirst()));
                places.put(kind.code(), values);
            }
        }
        studies(places, content);
        places.put("SPELLS", rows(spells(content), SPELLS));
        places.put("PAY", rows(pay(content), PAYS));
        kin(places, content);
        disciplines(places, content);
        pays(places, content);
        property(places, content);
        places.put("restricted", content.withRestricted() ? "" : "(lưu ở bản riêng)");
        return places;
    }

    private void identity(Map<String, Object> places, Content content) {
        PersonView person = content.person();
        Identity identity = person.identity();
        PartialDate birth = identity.birth();
        places.put("fullName", identity.fullName().toUpperCase(Locale.forLanguageTag("vi")));
        places.put("name", identity.fullName());
        places.put("sex", identity.sex() == Sex.MALE ? "Nam" : "Nữ");
        places.put("birth", shown(birth));
        places.put("birthDay", two(birth.day()));
        places.put("birthMonth", two(birth.month()));
        places.put("birthYear", Integer.toString(birth.year()));
        places.put("fileNumber", person.fileNumber() == null ? "" : person.fileNumber());
        places.put("idNumber", content.idNumber() == null ? "" : content.idNumber());
        places.put("photo", content.portrait() == null ? "Ảnh màu (4 x 6 cm)" : content.portrait());
        places.put("day", two(person.asOf().getDayOfMonth()));
        places.put("month", two(person.asOf().getMonthValue()));
        places.put("year", Integer.toString(person.asOf().getYear()));
    }

    private void posts(Map<String, Object> places, Content content) {
        LocalDate day = content.person().asOf();
        List<Assignment> standing = content.person().assignments().stream()
                .filter(post -> post.valid().contains(day))
                .sorted(Comparator.comparing(Assignment::concurrent)
                        .thenComparing(post -> post.valid().from()))
                .toList();
        List<Assignment> state =
                standing.stream().filter(post -> post.tree() != Tree.PARTY).toList();
        List<Assignment> party =
                standing.stream().filter(post -> post.tree() == Tree.PARTY).toList();
        Optional<Assignment> main =
                standing.stream().filter(post -> !post.concurrent()).findFirst();
        places.put("province", PROVINCE.matcher(content.province()).replaceFirst(""));
        places.put("managingUnit", content.managingUnit());
        places.put("unit", main.map(post -> unit(content, post)).orElse(""));
        places.put("posts", standing.stream().map(post -> title(content, post)).collect(Collectors.joining("; ")));
        places.put("statePost", titles(content, state, false));
        places.put("stateConcurrent", titles(content, state, true));
        places.put("partyPost", titles(content, party, false));
        places.put("partyConcurrent", titles(content, party, true));
        List<Assignment> held = state.stream()
                .filter(post -> !post.concurrent())
                .findFirst()
                .map(post -> held(content, post))
                .orElse(List.of());
        places.put(
                "appointed", held.isEmpty() ? "" : shown(held.getLast().valid().from()));
        places.put(
                "reappointed",
                held.size() < 2
                        ? ".../.../......"
                        : shown(held.getFirst().valid().from()));
    }

    /** A post and those by which the person held the same before it, without a day between; the latest first. */
    private static List<Assignment> held(Content content, Assignment post) {
        List<Assignment> held = new ArrayList<>(List.of(post));
        Optional<Assignment> before = before(content, post);
        while (before.isPresent()) {
            held.add(before.get());
            before = before(content, before.get());
        }
        return held;
    }

    private static Optional<Assignment> before(Content content, Assignment post) {
        return content.person().assignments().stream()
                .filter(other -> post.valid().from().equals(other.valid().to()))
                .filter(other -> other.unitId().equals(post.unitId())
                        && other.title().equals(post.title())
                        && other.acting() == post.acting())
                .findFirst();
    }

    private static String titles(Content content, List<Assignment> posts, boolean concurrent) {
        return posts.stream()
                .filter(post -> post.concurrent() == concurrent)
                .map(post -> title(content, post))
                .collect(Collectors.joining("; "));
    }

    private static String title(Content content, Assignment post) {
        return post.title() + ", " + unit(content, post);
    }

    private static String unit(Content content, Assignment post) {
        return content.unitNames().getOrDefault(post.unitId(), "");
    }

    /** Degrees, and the certificates that training has verified. */
    private void studies(Map<String, Object> places, Content content) {
        List<Map<String, String>> studies = new ArrayList<>();
        for (CvEntry degree : of(content.entries(), "DEGREE")) {
            Map<String, String> shown = shown(kind("DEGREE"), degree);
            studies.add(Map.of(
                    "from", cell(shown, "from"),
                    "to", cell(shown, "to"),
                    "issuer", cell(shown, "school"),
                    "name", cell(shown, "field"),
                    "mode", cell(shown, "mode"),
                    "language", "",
                    "level", cell(shown, "degree")));
        }
        content.certificates().forEach(certificate -> studies.add(study(certificate)));
        places.put("STUDIES", rows(studies, STUDIES));
        CERTIFICATE_TABLES.forEach((kind, table) -> places.put(
                table, rows(of(kind, content.certificates()).map(this::study).toList(), STUDIES)));
        places.put(
                "degree",
                highest(
                        "degree",
                        of(content.entries(), "DEGREE").stream()
                                .map(entry -> entry.values().getOrDefault("degree", ""))));
        places.put("degreeTold", degreeTold(content));
        places.put(
                "theory",
                highest(
                        "certificate-level",
                        of("POLITICAL_THEORY", content.certificates()).map(Certificate::level)));
        places.put(
                "languages",
                of("FOREIGN_LANGUAGE", content.certificates())
                        .map(Certificate::name)
                        .collect(Collectors.joining("; ")));
    }

    /** The highest degree, of what and when: {@code Thạc sĩ (Quản lý công, 2012)}. */
    private String degreeTold(Content content) {
        List<CvEntry> degrees = of(content.entries(), "DEGREE");
        String highest =
                highest("degree", degrees.stream().map(entry -> entry.values().getOrDefault("degree", "")));
        return degrees.stream()
                .map(entry -> shown(kind("DEGREE"), entry))
                .filter(shown -> !highest.isEmpty() && cell(shown, "degree").equals(highest))
                .reduce((earlier, later) -> later)
                .map(shown -> Stream.of(cell(shown, "field"), cell(shown, "to").replaceFirst(".*/", ""))
                        .filter(said -> !said.isEmpty())
                        .collect(Collectors.joining(", ", highest + " (", ")")))
                .map(told -> told.replace(" ()", ""))
                .orElse("");
    }

    private static Stream<Certificate> of(String kind, List<Certificate> certificates) {
        return certificates.stream().filter(certificate -> certificate.kind().equals(kind));
    }

    private Map<String, String> study(Certificate certificate) {
        return Map.of(
                "from", "",
                "to", shown(certificate.issuedOn()),
                "issuer", certificate.issuer(),
                "name", certificate.name(),
                "mode", "",
                "language", certificate.name(),
                "level", word("certificate-level", certificate.level()));
    }

    /** The word for the highest of these codes; a list of levels stands from the lowest to the highest. */
    public String highest(String list, Stream<String> codes) {
        Set<String> held = codes.collect(Collectors.toSet());
        return catalogue.codes(list).items().stream()
                .filter(item -> held.contains(item.code()))
                .reduce((lower, higher) -> higher)
                .map(item -> item.title().vi())
                .orElse("");
    }

    /**
     * What was typed of earlier work, and the posts on record, the earliest first. What was typed of a post that has
     * come on record since stands once, as it is on record.
     */
    private List<Map<String, String>> spells(Content content) {
        record Spell(LocalDate from, Map<String, String> row) {}
        Stream<Spell> typed = of(content.begun(), "WORK_HISTORY").stream()
                .filter(entry -> !isOnRecord(entry, content))
                .map(entry -> {
                    Map<String, String> shown = shown(kind("WORK_HISTORY"), entry);
                    return new Spell(
                            entry.valid().from(),
                            spell(cell(shown, "from"), cell(shown, "to"), cell(shown, "unit"), cell(shown, "title")));
                });
        Stream<Spell> posts = content.person().assignments().stream()
                .filter(post -> !post.valid().from().isAfter(content.person().asOf()))
                .map(post -> new Spell(
                        post.valid().from(),
                        spell(
                                month(post.valid().from()),
                                post.valid().to() == null
                                        ? ""
                                        : month(post.valid().to().minusDays(1)),
                                unit(content, post),
                                post.title())));
        return Stream.concat(typed, posts)
                .sorted(Comparator.comparing(Spell::from))
                .map(Spell::row)
                .toList();
    }

    private static boolean isOnRecord(CvEntry entry, Content content) {
        return content.person().assignments().stream()
                .filter(post -> post.valid().overlaps(entry.valid()))
                .anyMatch(post -> isAlike(post.title(), entry.values().getOrDefault("title", ""))
                        && isAlike(unit(content, post), entry.values().getOrDefault("unit", "")));
    }

    private static boolean isAlike(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    private static Map<String, String> spell(String from, String to, String unit, String title) {
        return Map.of("from", from, "to", to, "unit", unit, "title", title, "work", title + ", " + unit);
    }

    /** By rank and step, and by job position, the earliest first; each until the next of its own begins. */
    private List<Map<String, String>> pay(Content content) {
        record Pay(LocalDate from, Map<String, String> row) {}
        List<Pay> all = new ArrayList<>();
        for (String code : List.of("SALARY", "JOB_PAY")) {
            List<CvEntry> entries = of(content.begun(), code).stream()
                    .sorted(Comparator.comparing(entry -> entry.valid().from()))
                    .toList();
            for (int i = 0; i < entries.size(); i++) {
                Map<String, String> shown = shown(kind(code), entries.get(i));
                Map<String, String> row = new LinkedHashMap<>();
                row.put("from", cell(shown, "since"));
                row.put(
                        "to",
                        i + 1 < entries.size()
                                ? month(entries.get(i + 1).valid().from().minusDays(1))
                                : "");
                row.put("rank", code.equals("SALARY") ? rank(entries.get(i), shown) : cell(shown, "code"));
                row.put("step", cell(shown, "step"));
                row.put("coefficient", cell(shown, "coefficient"));
                row.put("amount", cell(shown, "amount"));
                all.add(new Pay(entries.get(i).valid().from(), row));
            }
        }
        return all.stream()
                .sorted(Comparator.comparing(Pay::from))
                .map(Pay::row)
                .toList();
    }

    /** By its code; one that is in no list by its name. */
    private static String rank(CvEntry entry, Map<String, String> shown) {
        String code = entry.values().getOrDefault("rank", "");
        return code.equals(OTHER) ? cell(shown, "rank") : code;
    }

    /** The rank's code beside its name, and allowances as the form divides them. */
    private void pays(Map<String, Object> places, Content content) {
        places.put(
                "rankCode",
                of(content.entries(), "SALARY").stream()
                        .findFirst()
                        .map(entry -> entry.values().getOrDefault("rank", ""))
                        .filter(rank -> !rank.equals(OTHER))
                        .orElse(""));
        Map.of("CHUC_VU", "allowancePost", "KIEM_NHIEM", "allowanceConcurrent", "KHAC", "allowanceOther")
                .forEach((code, place) -> places.put(place, joined(content, "ALLOWANCE", Map.of("kind", code))));
    }

    private void property(Map<String, Object> places, Content content) {
        places.put("houseGranted", joined(content, "HOUSE", Map.of("origin", "DUOC_CAP")));
        places.put("houseOwn", joined(content, "HOUSE", Map.of("origin", "TU_MUA")));
        places.put("landGranted", joined(content, "LAND", Map.of("use", "DAT_O", "origin", "DUOC_CAP")));
        places.put("landOwn", joined(content, "LAND", Map.of("use", "DAT_O", "origin", "TU_MUA")));
        places.put("landProduction", joined(content, "LAND", Map.of("use", "DAT_SXKD")));
    }

    /** Those entries of a kind that have these codes, one after the other and without the codes. */
    private String joined(Content content, String kind, Map<String, String> codes) {
        return of(content.entries(), kind).stream()
                .filter(entry -> entry.values().entrySet().containsAll(codes.entrySet()))
                .map(entry -> kind(kind).fields().stream()
                        .filter(field -> !codes.containsKey(field.code())
                                && entry.values().containsKey(field.code()))
                        .map(field -> withUnit(field, entry.values().getOrDefault(field.code(), "")))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private String withUnit(CvField field, String value) {
        String unit = field.range() == null ? null : field.range().unit();
        return shown(field, value) + (unit == null ? "" : " " + unit);
    }

    private void kin(Map<String, Object> places, Content content) {
        List<CvEntry> past = of(content.entries(), "FAMILY_PAST");
        for (String side : List.of("OWN", "SPOUSE")) {
            List<Map<String, String>> rows = of(content.entries(), "FAMILY_MEMBER").stream()
                    .filter(entry -> catalogue
                            .codes("relation")
                            .item(entry.values().getOrDefault("relation", ""))
                            .filter(item -> side.equals(item.side()))
                            .isPresent())
                    .map(entry -> relative(entry, past))
                    .toList();
            places.put("KIN_" + side, rows(rows, KIN));
        }
    }

    private Map<String, String> relative(CvEntry entry, List<CvEntry> past) {
        Map<String, String> shown = shown(kind("FAMILY_MEMBER"), entry);
        String about = Stream.concat(
                        Stream.of("nativePlace", "occupation", "residence", "memberships")
                                .map(field -> cell(shown, field)),
                        past.stream()
                                .filter(other -> isSame(entry, other))
                                .map(other -> other.values().getOrDefault("matter", "")))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return Map.of(
                "relation", cell(shown, "relation"),
                "name", cell(shown, "name"),
                "birthYear", cell(shown, "birthYear"),
                "about", about);
    }

    private static boolean isSame(CvEntry one, CvEntry other) {
        return Stream.of("relation", "name")
                .allMatch(field -> one.values()
                        .getOrDefault(field, "")
                        .equals(other.values().getOrDefault(field, "-")));
    }

    private static void disciplines(Map<String, Object> places, Content content) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Conduct conduct : content.conduct()) {
            if (conduct.content() instanceof Conduct.Discipline discipline) {
                rows.add(Map.of(
                        "from",
                        shown(discipline.decidedOn()),
                        "to",
                        discipline.revokedOn() == null ? "" : shown(discipline.revokedOn()),
                        "form",
                        form(discipline),
                        "matter",
                        Objects.requireNonNullElse(discipline.matter(), ""),
                        "body",
                        Objects.requireNonNullElse(discipline.authority(), ""),
                        "document",
                        discipline.document() == null ? "" : discipline.document()));
            }
        }
        places.put("DISCIPLINE", rows(rows, DISCIPLINES));
        places.put(
                "DISCIPLINE_all",
                rows.stream()
                        .map(row -> row.get("form") + " (" + row.get("from") + ")")
                        .collect(Collectors.joining("; ")));
    }

    private static String form(Conduct.Discipline discipline) {
        String form = switch (discipline.form()) {
            case REPRIMAND -> "Khiển trách";
            case WARNING -> "Cảnh cáo";
            case DISMISSAL -> "Cách chức";
            case EXPULSION ->
                switch (discipline.track()) {
                    case PARTY -> "Khai trừ";
                    case STATE -> "Buộc thôi việc";
                    case null -> "Khai trừ, buộc thôi việc";
                };
        };
        return switch (discipline.track()) {
            case PARTY -> form + " (kỷ luật đảng)";
            case STATE -> form + " (kỷ luật hành chính)";
            case null -> form;
        };
    }

    private CvKind kind(String code) {
        return catalogue.recorded(code);
    }

    private static List<CvEntry> of(List<CvEntry> entries, String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    private static List<String> codes(CvKind kind) {
        return kind.fields().stream().map(CvField::code).toList();
    }

    /** The values of an entry in the words of the paper. */
    private Map<String, String> shown(CvKind kind, CvEntry entry) {
        Map<String, String> shown = new LinkedHashMap<>();
        kind.fields().forEach(field -> {
            String value = entry.values().getOrDefault(field.code(), "");
            String name = entry.values().getOrDefault(field.code() + NAMED, "");
            boolean isNamed = value.equals(OTHER) && !name.isEmpty();
            shown.put(field.code(), isNamed ? name : value.isEmpty() ? "" : shown(field, value));
        });
        return shown;
    }

    private String shown(CvField field, String value) {
        return switch (field.type()) {
            case TEXT, YEAR -> value;
            case DATE -> shown(PartialDate.parse(value));
            case NUMBER -> number(value);
            case CODE -> word(field.list() == null ? "" : field.list(), value);
        };
    }

    /** Everything that an entry says, in one line. */
    public String all(CvEntry entry) {
        return all(kind(entry.kind()), entry);
    }

    private String all(CvKind kind, CvEntry entry) {
        return shown(kind, entry).values().stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The word for a code; a code that is in no list stands for itself. */
    public String word(String list, String code) {
        return catalogue.codes(list).item(code).map(item -> item.title().vi()).orElse(code);
    }

    /** {@code 2340000.5} is written {@code 2.340.000,5}. */
    static String number(String value) {
        String[] parts = value.split("\\.", 2);
        String whole = parts[0].replaceAll("\\B(?=(\\d{3})+$)", ".");
        return parts.length == 1 ? whole : whole + "," + parts[1];
    }

    /** {@code 1998-09} is written {@code 09/1998}. */
    public static String shown(PartialDate date) {
        return Stream.of(two(date.day()), two(date.month()), Integer.toString(date.year()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
    }

    private static String shown(LocalDate day) {
        return two(day.getDayOfMonth()) + "/" + month(day);
    }

    private static String month(LocalDate day) {
        return two(day.getMonthValue()) + "/" + day.getYear();
    }

    private static String two(@Nullable Integer number) {
        return number == null ? "" : "%02d".formatted(number);
    }

    private static String cell(Map<String, String> row, String field) {
        return row.getOrDefault(field, "");
    }

    /** A table without rows keeps one to be filled by hand. */
    private static List<Map<String, String>> rows(List<Map<String, String>> rows, List<String> fields) {
        return rows.isEmpty() ? List.of(blank(fields)) : rows;
    }

    private static Map<String, String> blank(List<String> fields) {
        return fields.stream().collect(Collectors.toMap(field -> field, field -> ""));
    }
}
