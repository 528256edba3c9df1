package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.Kind.WHOLE;
import static opencadre.kit.workbook.Column.Kind.YES_NO;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.Column;
import opencadre.kit.workbook.Line;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.NewPerson.NewAssignment;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;

/**
 * The columns that describe a post: in a seat by the code of its title, or in no seat by words and management scope.
 */
final class PostColumns {

    static final List<Column> ALL = List.of(
            must("unitId", "Mã cơ quan", TEXT),
            may("seatId", "Mã chức danh", TEXT),
            may("title", "Chức vụ", TEXT),
            words("managementScope", "Diện quản lý", false, Words.SCOPES),
            may("concurrent", "Kiêm nhiệm", YES_NO),
            may("acting", "Giao quyền, phụ trách", YES_NO),
            may("termMonths", "Thời hạn (tháng)", WHOLE),
            must("validFrom", "Từ ngày", DAY),
            may("validTo", "Đến hết ngày", DAY));

    private final Units units;
    private final Seats seats;

    PostColumns(Units units, Seats seats) {
        this.units = units;
        this.seats = seats;
    }

    /** A post as typed, or why it cannot be told. */
    sealed interface Typed {

        record Post(NewAssignment post) implements Typed {}

        record Wrong(Finding finding) implements Typed {}
    }

    Typed typed(Line line) {
        if (line.maybe("unitId").isEmpty()) {
            return new Typed.Wrong(Finding.of("unitId", "unit-without-agency-code"));
        }
        Optional<UUID> unit = units.coded(line.text("unitId"));
        if (unit.isEmpty()) {
            return new Typed.Wrong(Finding.of("unitId", "unknown-agency-code", line.text("unitId")));
        }
        Optional<String> titleCode = line.maybe("seatId");
        Optional<Seat> seat = titleCode.flatMap(code -> seats.of(unit.get(), code, line.day("validFrom")));
        if (titleCode.isPresent() && seat.isEmpty()) {
            return new Typed.Wrong(Finding.of("seatId", "no-seat-so", titleCode.get()));
        }
        Optional<String> title = line.maybe("title");
        Optional<String> scope = line.maybe("managementScope");
        if (seat.isEmpty() && (title.isEmpty() || scope.isEmpty())) {
            return new Typed.Wrong(Finding.of("title", "needs-title-or-seat"));
        }
        Integer termMonths = line.wholeOrNull("termMonths");
        if (termMonths != null && termMonths < 1) {
            return new Typed.Wrong(Finding.of("termMonths", "out-of-range"));
        }
        return new Typed.Post(new NewAssignment(
                seat.map(Seat::id).orElse(null),
                unit.get(),
                title.orElse(null),
                scope.map(ManagementScope::valueOf).orElse(null),
                line.isYes("concurrent"),
                line.isYes("acting"),
                termMonths,
                line.day("validFrom"),
                line.endOrNull("validTo")));
    }

    /** Whether a post on record, believed now or earlier, is the one typed: what was put right since is not redone. */
    static boolean isSame(Assignment post, NewAssignment typed) {
        return post.unitId().equals(typed.unitId())
                && post.valid().from().equals(typed.validFrom())
                && (typed.seatId() != null
                        ? typed.seatId().equals(post.seatId())
                        : Objects.equals(typed.title(), post.title()));
    }

    /** How people type these posts: a unit by its agency code, a seat by the code of its title. */
    Function<Assignment, Map<String, Object>> typing(List<Assignment> posts) {
        Map<UUID, Unit> named =
                units.find(posts.stream().map(Assignment::unitId).collect(Collectors.toSet()));
        Map<UUID, String> titles = seats.titleCodes(
                posts.stream().map(Assignment::seatId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return post -> {
            Map<String, Object> typed = new HashMap<>();
            Unit unit = named.get(post.unitId());
            typed.put("unitId", unit == null ? null : unit.agencyCode());
            if (post.seatId() == null) {
                typed.put("title", post.title());
                typed.put("managementScope", post.scope().name());
            } else {
                typed.put("seatId", titles.get(post.seatId()));
            }
            typed.put("concurrent", post.concurrent());
            typed.put("acting", post.acting());
            typed.put("termMonths", post.termMonths());
            typed.put("validFrom", post.valid().from());
            typed.put("validTo", post.valid().lastDay());
            return typed;
        };
    }
}
