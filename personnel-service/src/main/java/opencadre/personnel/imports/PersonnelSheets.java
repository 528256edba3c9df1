package opencadre.personnel.imports;

import java.util.ArrayList;
import java.util.List;
import opencadre.kit.ImportSheets;
import opencadre.kit.access.Actor;
import opencadre.kit.workbook.RowImport;
import opencadre.personnel.unit.UnitRegister;
import opencadre.personnel.unit.Units;
import org.springframework.stereotype.Component;

/** What personnel takes from workbooks, in the order in which a line finds what it refers to. */
@Component
class PersonnelSheets implements ImportSheets {

    private final UnitRegister unitRegister;
    private final Units units;

    PersonnelSheets(UnitRegister unitRegister, Units units) {
        this.unitRegister = unitRegister;
        this.units = units;
    }

    @Override
    public List<RowImport> of(Actor actor) {
        List<RowImport> sheets = new ArrayList<>();
        if (actor.actions().contains("unit.write")) {
            sheets.add(new UnitSheet(unitRegister, units));
            sheets.add(new SuccessionSheet(unitRegister, units));
        }
        return sheets;
    }
}
