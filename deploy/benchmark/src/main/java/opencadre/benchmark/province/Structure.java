package opencadre.benchmark.province;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The units of a province, from above: the four trees, departments and boards, communes in each tree, their parts, and
 * then schools with their groups until there are as many as asked for.
 */
final class Structure {

    private static final int TREE_BITS = 46;
    private static final int[] LEVEL_BITS = {38, 28, 18, 8, 0};
    private static final int UNITS_PER_COMMUNE = 24;
    private static final int MOST_COMMUNES = 124;

    private static final List<String> DEPARTMENTS = List.of(
            "Sở Nội vụ",
            "Sở Tài chính",
            "Sở Xây dựng",
            "Sở Công Thương",
            "Sở Nông nghiệp và Môi trường",
            "Sở Y tế",
            "Sở Giáo dục và Đào tạo",
            "Sở Khoa học và Công nghệ",
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở Tư pháp",
            "Sở Dân tộc và Tôn giáo",
            "Thanh tra tỉnh",
            "Văn phòng Ủy ban nhân dân tỉnh",
            "Sở Ngoại vụ");
    private static final List<String> BOARDS = List.of(
            "Ban Tổ chức Tỉnh ủy",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "Ủy ban Kiểm tra Tỉnh ủy",
            "Ban Nội chính Tỉnh ủy",
            "Văn phòng Tỉnh ủy",
            "Đảng ủy các cơ quan Đảng tỉnh",
            "Đảng ủy Ủy ban nhân dân tỉnh");
    private static final List<String> ORGANISATIONS = List.of(
            "Liên đoàn Lao động tỉnh",
            "Hội Nông dân tỉnh",
            "Hội Liên hiệp Phụ nữ tỉnh",
            "Tỉnh đoàn",
            "Hội Cựu chiến binh tỉnh");
    private static final List<String> DIVISIONS = List.of(
            "Văn phòng",
            "Phòng Tổng hợp",
            "Phòng Nghiệp vụ 1",
            "Phòng Nghiệp vụ 2",
            "Phòng Kế hoạch - Tài chính",
            "Phòng Pháp chế",
            "Phòng Tổ chức cán bộ",
            "Phòng Quản lý hồ sơ");
    private static final List<String> OFFICES_OF_THE_STATE = List.of(
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
            "Phòng Kinh tế",
            "Phòng Văn hóa - Xã hội",
            "Trung tâm Phục vụ hành chính công");
    private static final List<String> OFFICES_OF_THE_PARTY =
            List.of("Văn phòng Đảng ủy", "Ban Xây dựng Đảng", "Ủy ban Kiểm tra Đảng ủy");
    private static final List<String> SCHOOLS =
            List.of("Trường Mầm non", "Trường Tiểu học", "Trường Trung học cơ sở", "Trạm Y tế");
    private static final List<String> GROUPS = List.of("Tổ Văn phòng", "Tổ Chuyên môn 1", "Tổ Chuyên môn 2");
    private static final List<String> FIRST = List.of(
            "An", "Cẩm", "Đông", "Hòa", "Khánh", "Lâm", "Ngọc", "Phú", "Quảng", "Tân", "Thanh", "Vân", "Xuân", "Yên",
            "Bảo", "Định");
    private static final List<String> SECOND = List.of(
            "Bình", "Cường", "Đức", "Giang", "Hải", "Khê", "Lộc", "Mỹ", "Phong", "Sơn", "Thịnh", "Thủy", "Trung",
            "Long", "Hà", "Vân");

    private final Random dice;
    private final long seed;
    private final int wanted;
    private final List<GeneratedUnit> units = new ArrayList<>();
    private final Map<Object, Long> lastChild = new HashMap<>();
    private final Set<String> places = new HashSet<>();

    private Structure(Random dice, long seed, int wanted) {
        this.dice = dice;
        this.seed = seed;
        this.wanted = wanted;
    }

    static List<GeneratedUnit> of(Random dice, long seed, int wanted) {
        Structure structure = new Structure(dice, seed, wanted);
        structure.build();
        return List.copyOf(structure.units.subList(0, wanted));
    }

    private void build() {
        GeneratedUnit party = add(Tree.PARTY, null, Level.PROVINCE, "Tỉnh ủy", "TINH_UY");
        GeneratedUnit state = add(Tree.STATE, null, Level.PROVINCE, "Ủy ban nhân dân tỉnh", "UBND");
        GeneratedUnit front = add(Tree.FRONT, null, Level.PROVINCE, "Ủy ban MTTQ Việt Nam tỉnh", "MTTQ");
        GeneratedUnit service =
                add(Tree.PUBLIC_SERVICE, null, Level.PROVINCE, "Các đơn vị sự nghiệp của tỉnh", "SU_NGHIEP");
        List<GeneratedUnit> departments = new ArrayList<>();
        DEPARTMENTS.forEach(name -> departments.add(add(Tree.STATE, state, Level.DEPARTMENT, name, "SO")));
        BOARDS.forEach(name -> departments.add(add(Tree.PARTY, party, Level.DEPARTMENT, name, "BAN")));
        ORGANISATIONS.forEach(name -> departments.add(add(Tree.FRONT, front, Level.DEPARTMENT, name, "TO_CHUC")));
        List<Commune> communes = new ArrayList<>();
        for (int i = 0; i < communes(); i++) {
            communes.add(commune(state, party, front, service));
        }
        for (Commune commune : communes) {
            OFFICES_OF_THE_STATE.forEach(
                    name -> add(Tree.STATE, commune.state, Level.OFFICE, name + " " + commune.called, "PHONG"));
            OFFICES_OF_THE_PARTY.forEach(
                    name -> add(Tree.PARTY, commune.party, Level.OFFICE, name + " " + commune.called, "BAN"));
        }
        for (GeneratedUnit department : departments) {
            DIVISIONS.forEach(name ->
                    add(department.tree(), department, Level.DIVISION, name + " " + department.name(), "PHONG"));
        }
        for (int round = 0; units.size() < wanted; round++) {
            for (Commune commune : communes) {
                String name = SCHOOLS.get(round % SCHOOLS.size()) + " " + commune.name
                        + (round < SCHOOLS.size() ? "" : " " + (round / SCHOOLS.size() + 1));
                GeneratedUnit school = add(Tree.PUBLIC_SERVICE, commune.service, Level.SCHOOL, name, "TRUONG");
                GROUPS.forEach(group -> add(Tree.PUBLIC_SERVICE, school, Level.GROUP, group + " " + name, "TO"));
            }
        }
    }

    private int communes() {
        return Math.clamp((wanted - units.size()) / UNITS_PER_COMMUNE, 2, MOST_COMMUNES);
    }

    /** A commune as it stands in each tree. */
    private record Commune(
            String name, String called, GeneratedUnit state, GeneratedUnit party, GeneratedUnit service) {}

    private Commune commune(GeneratedUnit state, GeneratedUnit party, GeneratedUnit front, GeneratedUnit service) {
        String name = place();
        boolean ward = dice.nextInt(4) == 0;
        String called = (ward ? "phường " : "xã ") + name;
        add(Tree.FRONT, front, Level.COMMUNE, "Ủy ban MTTQ Việt Nam " + called, "MTTQ");
        return new Commune(
                name,
                called,
                add(Tree.STATE, state, Level.COMMUNE, "Ủy ban nhân dân " + called, ward ? "PHUONG" : "XA"),
                add(Tree.PARTY, party, Level.COMMUNE, "Đảng ủy " + called, "DANG_UY"),
                add(Tree.PUBLIC_SERVICE, service, Level.COMMUNE, "Các đơn vị sự nghiệp " + called, "SU_NGHIEP"));
    }

    private String place() {
        while (true) {
            String place = FIRST.get(dice.nextInt(FIRST.size())) + " " + SECOND.get(dice.nextInt(SECOND.size()));
            if (places.add(place)) {
                return place;
            }
        }
    }

    private GeneratedUnit add(Tree tree, @Nullable GeneratedUnit parent, Level level, String name, String type) {
        long treeLo = (long) tree.ordinal() << TREE_BITS;
        long lo = parent == null ? treeLo : parent.lo();
        long hi = parent == null ? treeLo + (1L << TREE_BITS) - 1 : parent.hi();
        long share = share(hi - lo + 1);
        Object key = parent == null ? tree : parent.id();
        long own = lastChild.getOrDefault(key, lo) + share;
        if (own + share - 1 > hi) {
            throw new IllegalArgumentException("No room for another unit below " + name);
        }
        lastChild.put(key, own);
        UUID id = Ids.of(units.size(), dice);
        GeneratedUnit unit = new GeneratedUnit(
                id,
                tree,
                level,
                name,
                type,
                "B%d.%05d".formatted(seed, units.size()),
                parent == null ? null : parent.id(),
                own,
                own + share - 1);
        units.add(unit);
        return unit;
    }

    /** What one unit below another of this size gets: the arithmetic of personnel's {@code Interval}. */
    private static long share(long size) {
        for (int bits : LEVEL_BITS) {
            if (1L << bits < size) {
                return 1L << bits;
            }
        }
        throw new IllegalArgumentException("Too deep");
    }
}
