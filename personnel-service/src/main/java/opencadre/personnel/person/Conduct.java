package opencadre.personnel.person;

import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.personnel.person.rule.ConductRules;
import org.jspecify.annotations.Nullable;

/**
 * Something on record of how a person has served: the facts beside posts that a verdict asks for.
 *
 * @param id the fact; its corrections keep it
 */
public record Conduct(UUID id, Content content, Recorded recorded) {

    /** What it says. */
    public sealed interface Content {

        /** The days on which it is true. */
        Period valid();

        /** The paper it stands in. */
        @Nullable
        String document();
    }

    /** Xếp loại chất lượng of a year; one is believed for a year. */
    public record Rating(int year, Grade grade, @Nullable String document) implements Content {

        @Override
        public Period valid() {
            return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
        }
    }

    /**
     * Kỷ luật, from its decision until it is revoked; the caller has seen to it that this makes a period.
     *
     * @param track whose discipline it is; null where nobody said
     * @param authority who decided (cơ quan quyết định), as {@code Ủy ban Kiểm tra Thành ủy Sông Công}
     * @param matter what for (hành vi vi phạm chính)
     */
    public record Discipline(
            Form form,
            LocalDate decidedOn,
            @Nullable LocalDate revokedOn,
            @Nullable Track track,
            @Nullable String authority,
            @Nullable String matter,
            @Nullable String document)
            implements Content {

        @Override
        public Period valid() {
            return new Period(decidedOn, revokedOn);
        }
    }

    /** Giấy chứng nhận sức khỏe: that there is one and of when, nothing else of health. */
    public record HealthCertificate(
            LocalDate issuedOn, @Nullable String document) implements Content {

        @Override
        public Period valid() {
            return Period.since(issuedOn);
        }
    }

    /**
     * Tạm đình chỉ công tác, chức vụ: days on which somebody keeps a post and does not exercise it.
     *
     * @param until first day after; null until it is lifted
     */
    public record Suspension(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String document) implements Content {

        @Override
        public Period valid() {
            return new Period(from, until);
        }
    }

    /** Lấy phiếu tín nhiệm: how many ballots of each sort, and never whose. */
    public record ConfidenceVote(
            LocalDate heldOn,
            int high,
            int confidence,
            int low,
            @Nullable String document) implements Content {

        @Override
        public Period valid() {
            return Period.since(heldOn);
        }

        /** What is asked of the rules. */
        public ConductRules.Ballots ballots() {
            return new ConductRules.Ballots(high, confidence, low);
        }
    }

    /** Quality of a year's work. */
    public enum Grade {
        /** Hoàn thành xuất sắc nhiệm vụ. */
        HTXSNV,
        /** Hoàn thành tốt nhiệm vụ. */
        HTTNV,
        /** Hoàn thành nhiệm vụ. */
        HTNV,
        /** Không hoàn thành nhiệm vụ. */
        KHTNV,
        /** Không xếp loại. */
        KXL
    }

    /** Whose discipline: one act may bring both. */
    public enum Track {
        /** Kỷ luật đảng. */
        PARTY,
        /** Kỷ luật hành chính. */
        STATE
    }

    /** Form of discipline. */
    public enum Form {
        /** Khiển trách. */
        REPRIMAND,
        /** Cảnh cáo. */
        WARNING,
        /** Cách chức. */
        DISMISSAL,
        /** Khai trừ, buộc thôi việc. */
        EXPULSION
    }
}
