package opencadre.personnel.cv.rule;

import java.util.Map;
import opencadre.kit.time.Period;

/** What rules ask of an entry that stands. */
public interface CvFact {

    /** Code of its kind. */
    String kind();

    /** The days on which it is true. */
    Period valid();

    /** Field to value. */
    Map<String, String> values();
}
