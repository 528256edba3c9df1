package opencadre.personnel.person.data;

import static opencadre.personnel.jooq.Tables.ACCOUNT_ENTRY;
import static opencadre.personnel.jooq.Tables.DECISION;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import opencadre.personnel.person.Origins;
import opencadre.personnel.person.Recorded;
import opencadre.personnel.person.Recorders;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class JooqOrigins implements Origins {

    private final DSLContext db;

    JooqOrigins(DSLContext db) {
        this.db = db;
    }

    @Override
    public Recorders of(Collection<Recorded> beliefs) {
        return new Recorders(db.select(ACCOUNT_ENTRY.ACCOUNT, ACCOUNT_ENTRY.NAME)
                .from(ACCOUNT_ENTRY)
                .where(ACCOUNT_ENTRY.ACCOUNT.in(Recorders.accounts(beliefs)))
                .fetchMap(ACCOUNT_ENTRY.ACCOUNT, ACCOUNT_ENTRY.NAME));
    }

    @Override
    public Map<UUID, String> numbers(Collection<UUID> decisions) {
        return db.select(DECISION.ID, DECISION.NUMBER)
                .from(DECISION)
                .where(DECISION.ID.in(decisions))
                .and(DECISION.NUMBER.isNotNull())
                .fetchMap(DECISION.ID, DECISION.NUMBER);
    }
}
