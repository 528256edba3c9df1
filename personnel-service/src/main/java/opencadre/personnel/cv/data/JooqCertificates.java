package opencadre.personnel.cv.data;

import static opencadre.personnel.jooq.Tables.CERTIFICATE_COPY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.cv.Certificates;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class JooqCertificates implements Certificates {

    private final DSLContext db;

    JooqCertificates(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Certificate> verified(UUID personId, LocalDate day) {
        return verified(List.of(personId), day).getOrDefault(personId, List.of());
    }

    @Override
    public Map<UUID, List<Certificate>> verified(Collection<UUID> personIds, LocalDate day) {
        return db.select()
                .from(CERTIFICATE_COPY)
                .where(CERTIFICATE_COPY.PERSON_ID.in(personIds))
                .and(CERTIFICATE_COPY.STATE.eq("VERIFIED"))
                .and(CERTIFICATE_COPY.VALID_FROM.le(day))
                .and(CERTIFICATE_COPY.VALID_TO.gt(day))
                .orderBy(CERTIFICATE_COPY.VALID_FROM, CERTIFICATE_COPY.CERTIFICATE_ID)
                .fetchGroups(
                        CERTIFICATE_COPY.PERSON_ID,
                        row -> new Certificate(
                                row.get(CERTIFICATE_COPY.KIND),
                                row.get(CERTIFICATE_COPY.LEVEL),
                                row.get(CERTIFICATE_COPY.NAME),
                                row.get(CERTIFICATE_COPY.NUMBER),
                                row.get(CERTIFICATE_COPY.ISSUER),
                                PartialDate.parse(row.get(CERTIFICATE_COPY.ISSUED_ON))));
    }
}
