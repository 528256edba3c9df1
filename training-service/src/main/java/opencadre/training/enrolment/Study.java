package opencadre.training.enrolment;

import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is sent to study.
 *
 * @param level that the programme leads to
 * @param name of the class or programme, as {@code Cao cấp lý luận chính trị khóa 12}
 * @param provider the school
 * @param placeUnitId the unit at whose seat the class is held; null where that does not matter
 * @param decision number of the decision that sends them, and its day
 * @param startsOn as exactly as the papers give it
 * @param endsOn last day, planned until there is a result
 * @param result null while they study
 */
public record Study(
        CertificateKind kind,
        CertificateLevel level,
        Course course,
        StudyMode mode,
        String name,
        String provider,
        @Nullable UUID placeUnitId,
        String decision,
        LocalDate decidedOn,
        PartialDate startsOn,
        @Nullable PartialDate endsOn,
        @Nullable Result result) {

    /** The same without spaces that nobody sees. */
    Study tidy() {
        return new Study(
                kind,
                level,
                course,
                mode,
                tidy(name),
                tidy(provider),
                placeUnitId,
                tidy(decision),
                decidedOn,
                startsOn,
                endsOn,
                result);
    }

    /** From the first day that its beginning may mean, through the last that its end may. */
    public Period valid() {
        return new Period(
                startsOn.earliest(), endsOn == null ? null : endsOn.latest().plusDays(1));
    }

    /** Whether both send to the same class; they may differ in how it ended. */
    boolean isSameClass(Study other) {
        return kind == other.kind
                && level == other.level
                && course == other.course
                && startsOn.equals(other.startsOn)
                && name.equalsIgnoreCase(other.name);
    }

    private static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
