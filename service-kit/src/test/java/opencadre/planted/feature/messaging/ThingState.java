package opencadre.planted.feature.messaging;

import opencadre.planted.feature.data.JooqThings;
import org.jspecify.annotations.Nullable;

public record ThingState(@Nullable JooqThings rows) {}
