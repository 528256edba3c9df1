package opencadre.training;

/** As the service runs. */
class BothFencesIT extends ScopeChecks {}
