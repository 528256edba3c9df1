package opencadre.personnel.document.data;

import static opencadre.personnel.jooq.Tables.DOCUMENT_KEY;

import java.util.Optional;
import opencadre.personnel.document.KeyProbe;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class JooqKeyProbe implements KeyProbe {

    private final DSLContext db;

    JooqKeyProbe(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<byte[]> kept() {
        return db.select(DOCUMENT_KEY.PROBE).from(DOCUMENT_KEY).fetchOptional(DOCUMENT_KEY.PROBE);
    }

    @Override
    public byte[] keep(byte[] probe) {
        db.insertInto(DOCUMENT_KEY)
                .set(DOCUMENT_KEY.PROBE, probe)
                .onConflictDoNothing()
                .execute();
        return kept().orElseThrow();
    }
}
