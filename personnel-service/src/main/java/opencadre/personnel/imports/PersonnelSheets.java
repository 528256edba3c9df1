package opencadre.personnel.imports;

import java.util.ArrayList;
import java.util.List;
import opencadre.kit.ImportSheets;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.workbook.RowImport;
import opencadre.personnel.cv.CvCatalogue;
import opencadre.personnel.cv.CvRegister;
import opencadre.personnel.cv.Cvs;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.cv.rule.CvKind;
import opencadre.personnel.decision.DecisionRegister;
import opencadre.personnel.decision.Decisions;
import opencadre.personnel.person.ConductRegister;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonRegister;
import opencadre.personnel.seat.SeatRegister;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.term.TermRegister;
import opencadre.personnel.term.Terms;
import opencadre.personnel.unit.UnitRegister;
import opencadre.personnel.unit.Units;
import org.springframework.stereotype.Component;

/** What personnel takes from workbooks, in the order in which a line finds what it refers to. */
@Component
class PersonnelSheets implements ImportSheets {

    private final Access access;
    private final Places places;
    private final UnitRegister unitRegister;
    private final Units units;
    private final opencadre.kit.access.Units nodes;
    private final SeatRegister seatRegister;
    private final Seats seats;
    private final TermRegister termRegister;
    private final Terms terms;
    private final PersonRegister personRegister;
    private final ConductRegister conductRegister;
    private final People people;
    private final Cvs cvs;
    private final CvRegister cvRegister;
    private final CvCatalogue catalogue;
    private final ScopedWork work;
    private final DecisionRegister decisionRegister;
    private final Decisions decisions;

    PersonnelSheets(
            Access access,
            Places places,
            UnitRegister unitRegister,
            Units units,
            opencadre.kit.access.Units nodes,
            SeatRegister seatRegister,
            Seats seats,
            TermRegister termRegister,
            Terms terms,
            PersonRegister personRegister,
            ConductRegister conductRegister,
            People people,
            Cvs cvs,
            CvRegister cvRegister,
            CvCatalogue catalogue,
            ScopedWork work,
            DecisionRegister decisionRegister,
            Decisions decisions) {
        this.access = access;
        this.places = places;
        this.unitRegister = unitRegister;
        this.units = units;
        this.nodes = nodes;
        this.seatRegister = seatRegister;
        this.seats = seats;
        this.termRegister = termRegister;
        this.terms = terms;
        this.personRegister = personRegister;
        this.conductRegister = conductRegister;
        this.people = people;
        this.cvs = cvs;
        this.cvRegister = cvRegister;
        this.catalogue = catalogue;
        this.work = work;
        this.decisionRegister = decisionRegister;
        this.decisions = decisions;
    }

    @Override
    public List<RowImport> of(Actor actor) {
        List<RowImport> sheets = new ArrayList<>();
        Roll roll = new Roll(actor, places);
        if (actor.actions().contains("unit.write")) {
            sheets.add(new UnitSheet(access.acting(actor, "unit.write"), unitRegister, units, nodes));
            sheets.add(new SuccessionSheet(unitRegister, units));
        }
        if (actor.actions().contains("title.write")) {
            sheets.add(new TitleSheet(seatRegister, seats));
        }
        if (actor.actions().contains("seat.write")) {
            Actor writer = access.acting(actor, "seat.write");
            sheets.add(new SeatSheet(writer, seatRegister, seats, units, nodes));
            sheets.add(new TermSheet(writer, termRegister, terms, units, nodes));
        }
        if (actor.actions().contains("person.write")) {
            // Each sheet reaches what the action of its page reaches, not what importing does.
            Actor writer = access.acting(actor, "person.write");
            PostColumns posts = new PostColumns(units, seats);
            sheets.add(new PersonSheet(writer, personRegister, people, posts));
            sheets.add(new IdentitySheet(writer, personRegister, people, roll));
            sheets.add(new PostSheet(writer, personRegister, people, posts, roll));
        }
        if (actor.actions().contains("conduct.write")) {
            sheets.addAll(ConductSheet.all(access.acting(actor, "conduct.write"), conductRegister, people, roll));
        }
        for (CvKind kind : catalogue.kinds()) {
            String action = kind.fieldClass() == CvClass.PERSONAL ? "cv.write" : "cv-sensitive.write";
            if (kind.fieldClass() != CvClass.RESTRICTED && actor.actions().contains(action)) {
                sheets.add(new CvSheet(
                        kind, catalogue, access.acting(actor, action), cvRegister, cvs, people, roll, work));
            }
        }
        if (actor.actions().contains("decision.write")) {
            sheets.add(new DecisionSheet(
                    access.acting(actor, "decision.write"), decisionRegister, decisions, people, units, seats));
        }
        return sheets;
    }
}
