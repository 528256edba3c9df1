package opencadre.personnel.document.rule;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a rule asks of a paper that stands: its kind, and which fact it proves. */
public record Paper(String kind, @Nullable UUID factId) {}
