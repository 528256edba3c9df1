package opencadre.planning.preapproval.data;

import static opencadre.planning.jooq.Tables.PRE_APPROVAL;

import java.time.ZoneOffset;
import java.util.List;
import opencadre.planning.law.rule.ManagementScope;
import opencadre.planning.preapproval.PreApprovals;
import opencadre.planning.preapproval.rule.Mode;
import opencadre.planning.preapproval.rule.Setting;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class JooqPreApprovals implements PreApprovals {

    private final DSLContext db;

    JooqPreApprovals(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Said> said() {
        return db.selectDistinct(PRE_APPROVAL.fields())
                .on(PRE_APPROVAL.SCOPE, PRE_APPROVAL.VALID_FROM)
                .from(PRE_APPROVAL)
                .orderBy(PRE_APPROVAL.SCOPE, PRE_APPROVAL.VALID_FROM, PRE_APPROVAL.SAID_AT.desc())
                .fetch(line -> new Said(
                        new Setting(
                                ManagementScope.valueOf(line.get(PRE_APPROVAL.SCOPE)),
                                Mode.valueOf(line.get(PRE_APPROVAL.MODE)),
                                line.get(PRE_APPROVAL.VALID_FROM)),
                        line.get(PRE_APPROVAL.REASON),
                        line.get(PRE_APPROVAL.ACCOUNT),
                        line.get(PRE_APPROVAL.NAME),
                        line.get(PRE_APPROVAL.SAID_AT).toInstant()));
    }

    @Override
    public void say(Said said) {
        db.insertInto(PRE_APPROVAL)
                .set(PRE_APPROVAL.SCOPE, said.setting().scope().name())
                .set(PRE_APPROVAL.MODE, said.setting().mode().name())
                .set(PRE_APPROVAL.VALID_FROM, said.setting().validFrom())
                .set(PRE_APPROVAL.REASON, said.reason())
                .set(PRE_APPROVAL.ACCOUNT, said.account())
                .set(PRE_APPROVAL.NAME, said.by())
                .set(PRE_APPROVAL.SAID_AT, said.at().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
