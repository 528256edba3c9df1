package opencadre.planning.imports;

import java.util.ArrayList;
import java.util.List;
import opencadre.kit.ImportSheets;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.workbook.RowImport;
import opencadre.planning.plan.PlanRegister;
import opencadre.planning.plan.Plans;
import opencadre.planning.procedure.PapersRegister;
import opencadre.planning.procedure.Procedures;
import org.springframework.stereotype.Component;

/** What planning takes from workbooks: plans first, since candidates are planned people. */
@Component
class PlanningSheets implements ImportSheets {

    private final Access access;
    private final PlanRegister planRegister;
    private final Plans plans;
    private final PapersRegister papersRegister;
    private final Procedures procedures;
    private final Names names;

    PlanningSheets(
            Access access,
            PlanRegister planRegister,
            Plans plans,
            PapersRegister papersRegister,
            Procedures procedures,
            Names names) {
        this.access = access;
        this.planRegister = planRegister;
        this.plans = plans;
        this.papersRegister = papersRegister;
        this.procedures = procedures;
        this.names = names;
    }

    @Override
    public List<RowImport> of(Actor actor) {
        List<RowImport> sheets = new ArrayList<>();
        if (actor.actions().contains("plan.write")) {
            sheets.add(new PlanSheet(access.acting(actor, "plan.write"), planRegister, plans, names));
        }
        if (actor.actions().contains("procedure.write")) {
            Actor writer = access.acting(actor, "procedure.write");
            Cases cases = new Cases();
            sheets.add(new CaseSheet(writer, papersRegister, procedures, names, cases));
            sheets.add(new PaperSheet(writer, papersRegister, procedures, names, cases));
            sheets.add(new BallotSheet(writer, procedures, names, cases));
            sheets.add(new StepSheet(writer, papersRegister, procedures, cases));
        }
        return sheets;
    }
}
