package opencadre.personnel.reorganisation;

/** A service that says itself what a reorganisation touches there. */
public enum OtherService {
    TRAINING,
    PLANNING
}
