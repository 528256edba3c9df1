package opencadre.planted.feature.web;

import java.time.LocalDate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.planted.feature.data.JooqThings;
import opencadre.planted.replica.owner.CopyListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ThingController {

    @Autowired
    @Nullable
    JooqThings things;

    @Nullable
    CopyListener copy;

    @GetMapping("/planted")
    LocalDate today() {
        return LocalDate.now(java.time.ZoneId.systemDefault()).isAfter(clockless()) ? LocalDate.EPOCH : clockless();
    }

    @GetMapping("/planted/torn")
    String torn(Actor actor, ScopedWork work) {
        return work.as(actor, () -> "an answer whose statements see different moments");
    }

    @SuppressWarnings("JavaTimeDefaultTimeZone")
    private static LocalDate clockless() {
        return LocalDate.now();
    }
}
