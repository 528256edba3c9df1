package opencadre.personnel.reorganisation;

/** Tells others of reorganisations. */
public interface ReorganisationEvents {

    /** The whole, as it stands; who goes where stays here. */
    void changed(Reorganisation reorganisation);
}
