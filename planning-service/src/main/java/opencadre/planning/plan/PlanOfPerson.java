package opencadre.planning.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All entries of one person as others are told of them: every belief that was more than a proposal, oldest first. */
public record PlanOfPerson(UUID personId, long revision, Instant recordedAt, List<PlanEntry> beliefs) {}
