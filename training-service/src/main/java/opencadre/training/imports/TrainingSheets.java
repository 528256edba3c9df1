package opencadre.training.imports;

import java.util.ArrayList;
import java.util.List;
import opencadre.kit.ImportSheets;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.workbook.RowImport;
import opencadre.training.certificate.CertificateRegister;
import opencadre.training.certificate.Certificates;
import opencadre.training.enrolment.EnrolmentRegister;
import opencadre.training.enrolment.Enrolments;
import opencadre.training.person.KnownPeople;
import opencadre.training.unit.KnownUnits;
import org.springframework.stereotype.Component;

/** What training takes from workbooks. */
@Component
class TrainingSheets implements ImportSheets {

    private final Access access;
    private final CertificateRegister register;
    private final Certificates certificates;
    private final EnrolmentRegister enrolmentRegister;
    private final Enrolments enrolments;
    private final KnownPeople people;
    private final KnownUnits units;

    TrainingSheets(
            Access access,
            CertificateRegister register,
            Certificates certificates,
            EnrolmentRegister enrolmentRegister,
            Enrolments enrolments,
            KnownPeople people,
            KnownUnits units) {
        this.access = access;
        this.enrolmentRegister = enrolmentRegister;
        this.enrolments = enrolments;
        this.units = units;
        this.register = register;
        this.certificates = certificates;
        this.people = people;
    }

    @Override
    public List<RowImport> of(Actor actor) {
        List<RowImport> sheets = new ArrayList<>();
        if (actor.actions().contains("learning.write")) {
            sheets.add(new EnrolmentSheet(
                    access.acting(actor, "learning.write"), enrolmentRegister, enrolments, people, units));
        }
        if (actor.actions().contains("certificate.write")) {
            sheets.add(new CertificateSheet(access.acting(actor, "certificate.write"), register, certificates, people));
        }
        return sheets;
    }
}
