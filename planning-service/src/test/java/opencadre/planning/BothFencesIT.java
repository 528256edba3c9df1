package opencadre.planning;

/** As the service runs. */
class BothFencesIT extends ScopeChecks {}
