package opencadre.training.imports;

import java.util.List;
import opencadre.kit.ImportSheets;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.workbook.RowImport;
import opencadre.training.certificate.CertificateRegister;
import opencadre.training.certificate.Certificates;
import opencadre.training.person.KnownPeople;
import org.springframework.stereotype.Component;

/** What training takes from workbooks. */
@Component
class TrainingSheets implements ImportSheets {

    private final Access access;
    private final CertificateRegister register;
    private final Certificates certificates;
    private final KnownPeople people;

    TrainingSheets(Access access, CertificateRegister register, Certificates certificates, KnownPeople people) {
        this.access = access;
        this.register = register;
        this.certificates = certificates;
        this.people = people;
    }

    @Override
    public List<RowImport> of(Actor actor) {
        return actor.actions().contains("certificate.write")
                ? List.of(
                        new CertificateSheet(access.acting(actor, "certificate.write"), register, certificates, people))
                : List.of();
    }
}
