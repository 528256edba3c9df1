package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import opencadre.kit.access.AccessContracts;
import opencadre.kit.contract.OpenApi;
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
}
