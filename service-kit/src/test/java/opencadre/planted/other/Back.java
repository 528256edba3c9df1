package opencadre.planted.other;

import opencadre.planted.feature.ThingHelper;

public record Back(ThingHelper helper) {}
