package opencadre.demo;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a clerk types of the people of the own units: who they are, their posts, and how they served. */
final class PeopleBook {

    private static final List<String> POST = List.of(
            "Mã cơ quan",
            "Mã chức danh",
            "Chức vụ",
            "Diện quản lý",
            "Kiêm nhiệm",
            "Thời hạn (tháng)",
            "Từ ngày",
            "Đến hết ngày");
    private static final List<String> CONDUCT = List.of("Xếp loại", "Kỷ luật", "Sức khỏe");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String TERM = "60";

    private PeopleBook() {}

    /**
     * The sheets of a clerk.
     *
     * @param titles codes of the catalogue by the words of a title
     * @param seats unit and code of a title of every seat, as {@code songcong-ubnd CT_UBND_XA}
     */
    static List<Sheet> of(
            String account,
            DemoData data,
            Map<String, String> titles,
            Set<String> seats,
            Path folder,
            List<Refusal> refusals) {
        List<List<String>> people = new ArrayList<>();
        List<List<String>> posts = new ArrayList<>();
        for (PersonRow person : data.peopleOf(account)) {
            List<PostRow> held = data.postsOf(person);
            if (held.isEmpty()) {
                refusals.add(new Refusal("people.csv", person.row().line(), "key", "has no post"));
                continue;
            }
            List<String> line = new ArrayList<>(List.of(
                    person.key(),
                    person.fullName(),
                    person.sex().equals("FEMALE") ? "Nữ" : "Nam",
                    typed(person.born()),
                    person.idNumber().orElse("")));
            line.addAll(post(held.getFirst(), titles, seats));
            people.add(line);
            for (PostRow post : held.subList(1, held.size())) {
                List<String> further = new ArrayList<>(List.of(person.key()));
                further.addAll(post(post, titles, seats));
                posts.add(further);
            }
        }
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(new Sheet(
                "Cán bộ",
                with(List.of("Số hiệu hồ sơ", "Họ và tên", "Giới tính", "Ngày sinh", "Số định danh")),
                people));
        sheets.add(new Sheet("Chức vụ", with(List.of("Số hiệu hồ sơ")), posts));
        CONDUCT.forEach(name -> sheets.add(Sheet.read(folder, name, account, refusals)));
        return sheets;
    }

    private static List<String> with(List<String> before) {
        List<String> head = new ArrayList<>(before);
        head.addAll(POST);
        return head;
    }

    private static List<String> post(PostRow post, Map<String, String> titles, Set<String> seats) {
        Optional<String> seat =
                Optional.ofNullable(titles.get(post.title())).filter(code -> seats.contains(post.unit() + " " + code));
        return List.of(
                post.unit(),
                seat.orElse(""),
                seat.isPresent() ? "" : post.title(),
                seat.isPresent() ? "" : post.scope(),
                post.concurrent() ? "x" : "",
                seat.isPresent() ? TERM : "",
                post.from().format(TYPED),
                post.to().map(to -> to.minusDays(1).format(TYPED)).orElse(""));
    }

    /** {@code 1982-08-14} as an officer types it; a year alone stays. */
    private static String typed(String born) {
        String[] parts = born.split("-", -1);
        return switch (parts.length) {
            case 3 -> parts[2] + "/" + parts[1] + "/" + parts[0];
            case 2 -> parts[1] + "/" + parts[0];
            default -> born;
        };
    }
}
