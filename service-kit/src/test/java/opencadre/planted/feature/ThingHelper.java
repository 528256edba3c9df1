package opencadre.planted.feature;

import opencadre.planted.other.Back;
import org.jspecify.annotations.Nullable;

/** A name that says nothing, and one half of a cycle. */
public record ThingHelper(@Nullable Back back) {}
