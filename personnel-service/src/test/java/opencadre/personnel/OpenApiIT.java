package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.contract.OpenApi;
import opencadre.kit.events.Subscription;
import opencadre.kit.service.DescribedCode;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;

class OpenApiIT extends RunningService {

    @Autowired
    private OpenApiWebMvcResource springdoc;

    @Test
    void theCodeDoesWhatTheContractSaysAndNothingElse() {
        OpenApi contract = OpenApi.of("personnel");

        assertThat(contract.differences(DescribedCode.of(springdoc))).isEmpty();
    }

    @Test
    void everyOperationHasItsRowInTheAccessMatrixAndEveryRowItsOperation() {
        assertThat(AccessContracts.of("personnel").operations())
                .isEqualTo(OpenApi.of("personnel").operations());
    }

    @Autowired
    private List<Subscription<?>> subscriptions;

    @Test
    void itReadsTheTopicsThatItIsListedAtAndNoOthers() {
        Set<String> read = subscriptions.stream().map(Subscription::topic).collect(Collectors.toSet());

        assertThat(read).isEqualTo(EventContracts.readBy("personnel"));
    }
}
