package opencadre.training.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.PARTIAL_DATE;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.training.certificate.CertificateContent;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import opencadre.training.certificate.CertificateOutcome;
import opencadre.training.certificate.CertificateRegister;
import opencadre.training.certificate.Certificates;
import opencadre.training.person.KnownPeople;

/** Sheet "Chứng chỉ": one line for each paper. It awaits verification by a second person, as if typed on the page. */
final class CertificateSheet implements RowImport {

    private static final SheetForm FORM = new SheetForm(
            "Chứng chỉ",
            List.of(
                    must("fileNumber", "Số hiệu hồ sơ", TEXT),
                    words("kind", "Loại", true, Words.KINDS),
                    words("level", "Trình độ", true, Words.LEVELS),
                    must("name", "Tên văn bằng, chứng chỉ", TEXT),
                    must("number", "Số hiệu", TEXT),
                    must("issuer", "Nơi cấp", TEXT),
                    must("issuedOn", "Ngày cấp", PARTIAL_DATE),
                    may("validUntil", "Có giá trị đến hết ngày", DAY)),
            List.of("kind", "issuer", "number"));

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    private static final int LONGEST_NUMBER = 60;

    private final Actor actor;
    private final CertificateRegister register;
    private final Certificates certificates;
    private final KnownPeople people;

    CertificateSheet(Actor actor, CertificateRegister register, Certificates certificates, KnownPeople people) {
        this.actor = actor;
        this.register = register;
        this.certificates = certificates;
        this.people = people;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowOutcome take(Line line) {
        Optional<UUID> person = people.numbered(line.text("fileNumber"));
        if (person.isEmpty()) {
            return RowOutcome.Refused.of(Finding.of("fileNumber", "unknown-file-number", line.text("fileNumber")));
        }
        for (String field : List.of("name", "issuer")) {
            int length = line.text(field).length();
            if (length < SHORTEST || length > LONGEST) {
                return RowOutcome.Refused.of(Finding.of(field, "wrong-length"));
            }
        }
        if (line.text("number").length() > LONGEST_NUMBER) {
            return RowOutcome.Refused.of(Finding.of("number", "wrong-length"));
        }
        UUID id = person.get();
        CertificateContent content = new CertificateContent(
                CertificateKind.valueOf(line.text("kind")),
                CertificateLevel.valueOf(line.text("level")),
                line.text("name"),
                line.text("number"),
                line.text("issuer"),
                PartialDate.parse(line.text("issuedOn")),
                line.dayOrNull("validUntil"));
        // Whatever became of it since: what was put right, rejected or revoked is not brought back.
        boolean known = certificates.files(id).stream()
                .flatMap(file -> file.beliefs().stream())
                .anyMatch(belief -> belief.content().equals(content));
        if (known) {
            return new RowOutcome.Same();
        }
        return switch (register.enter(actor, id, content)) {
            case CertificateOutcome.Recorded recorded ->
                RowOutcome.Made.whole(
                                recorded.certificate().certificate().id(),
                                recorded.certificate().revision())
                        .about(id);
            case CertificateOutcome.Unlawful unlawful -> new RowOutcome.Refused(unlawful.findings());
            case CertificateOutcome.Unknown unknown ->
                RowOutcome.Refused.of(Finding.of("fileNumber", "unknown-file-number", line.text("fileNumber")));
        };
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return certificates.revision(aggregate);
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        register.withdraw(aggregate);
    }
}
