package opencadre.personnel.cv;

import java.util.Map;
import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.personnel.cv.rule.CvFact;
import opencadre.personnel.person.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a CV.
 *
 * @param id the fact; its corrections keep it
 * @param kind code of its kind
 * @param valid the days on which it is true
 * @param values field to value, as {@code {"province": "Thái Nguyên"}}; what is not known is not there
 * @param document the paper it stands in
 */
public record CvEntry(
        UUID id,
        String kind,
        Period valid,
        Map<String, String> values,
        @Nullable String document,
        Recorded recorded) implements CvFact {}
