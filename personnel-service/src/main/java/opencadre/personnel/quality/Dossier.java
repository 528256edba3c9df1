package opencadre.personnel.quality;

import java.util.UUID;
import opencadre.personnel.quality.rule.DossierFacts;

/**
 * A dossier as it is held against the rules.
 *
 * @param fullName of the person
 */
public record Dossier(UUID personId, String fullName, DossierFacts facts) {}
