package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import opencadre.kit.service.Tokens;
import org.junit.jupiter.api.Test;

/** Who looked at a person is told of lists and of what waits, too. */
class ViewsIT extends CertificateRequests {

    private static final String INSPECTOR = "kiemtra.tinh";

    @Test
    void whatIsListedAndWhatWaitsNamesEverybodyWhomItShowed() {
        UUID one = published("Tạ Học Một", COMMUNE);
        UUID other = published("Tạ Học Khác", NEIGHBOUR);
        String id = entered(one);

        as(CLERK).get(WORK + "?limit=200");
        as(CLERK).get(of(one));
        as(CLERK).get(of(one) + "/" + id + "/history");
        as(CLERK).get(PEOPLE + "?limit=200");

        assertThat(seenBy(CLERK, one))
                .containsExactly("listPeople", "getCertificateHistory", "listCertificates", "listWorkItems");
        assertThat(seenBy(TRAINER, one)).containsExactly("enterCertificate");
        assertThat(seenBy(CLERK, other)).isEmpty();
    }

    private List<String> seenBy(String username, UUID person) {
        Tokens.ofNewSession(INSPECTOR, SERVICE);
        grant(INSPECTOR, "INSPECTION_OFFICER", PROVINCE);
        await(() -> as(INSPECTOR).get(PEOPLE + "/" + person + "/views").status() == 200);
        return as(INSPECTOR)
                .get(PEOPLE + "/" + person + "/views?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(view -> view.path("username").asString().equals(username))
                .map(view -> view.path("operation").asString())
                .toList();
    }
}
