package opencadre.personnel.cv.data;

import static opencadre.personnel.jooq.Tables.CV_ENTRY;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import opencadre.kit.access.Places;
import opencadre.kit.json.Texts;
import opencadre.personnel.cv.rule.CvRules;
import opencadre.personnel.person.Relatives;
import opencadre.personnel.person.rule.CorrectionRules.Relative;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Kin by the CV, whose entries about the family are sensitive: asked past every class, years alone leave. */
@Component
final class JooqRelatives implements Relatives {

    private final DSLContext db;
    private final Places places;

    JooqRelatives(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public List<Relative> parentsAndChildren(UUID personId) {
        List<Relative> relatives = new ArrayList<>();
        places.asService(() -> db.select(CV_ENTRY.CONTENT)
                .from(CV_ENTRY)
                .where(CV_ENTRY.PERSON_ID.eq(personId))
                .and(CV_ENTRY.KIND.eq(CvRules.FAMILY_MEMBER))
                .fetch(CV_ENTRY.CONTENT)
                .forEach(content -> CvRules.relative(Texts.of(Objects.requireNonNull(content)))
                        .ifPresent(relatives::add)));
        return relatives;
    }
}
