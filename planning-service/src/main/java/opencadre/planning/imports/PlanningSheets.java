package opencadre.planning.imports;

import java.util.ArrayList;
import java.util.List;
import opencadre.kit.ImportSheets;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.workbook.RowImport;
import opencadre.planning.plan.PlanRegister;
import opencadre.planning.plan.Plans;
import org.springframework.stereotype.Component;

/** What planning takes from workbooks. */
@Component
class PlanningSheets implements ImportSheets {

    private final Access access;
    private final PlanRegister register;
    private final Plans plans;
    private final Names names;

    PlanningSheets(Access access, PlanRegister register, Plans plans, Names names) {
        this.access = access;
        this.register = register;
        this.plans = plans;
        this.names = names;
    }

    @Override
    public List<RowImport> of(Actor actor) {
        List<RowImport> sheets = new ArrayList<>();
        if (actor.actions().contains("plan.write")) {
            sheets.add(new PlanSheet(access.acting(actor, "plan.write"), register, plans, names));
        }
        return sheets;
    }
}
