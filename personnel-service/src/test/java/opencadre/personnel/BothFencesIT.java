package opencadre.personnel;

/** As the service runs. */
class BothFencesIT extends ScopeChecks {}
