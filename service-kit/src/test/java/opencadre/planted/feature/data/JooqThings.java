package opencadre.planted.feature.data;

import opencadre.planted.feature.messaging.ThingState;

/** Public, and it knows how things travel. */
public record JooqThings(ThingState state) {}
