package opencadre.personnel.person;

/** Tells others of a person. */
public interface PersonEvents {

    /**
     * The whole state.
     *
     * @param because what changed, as {@code registered}
     */
    void changed(PersonFile file, String because);

    /** The person is gone from the record. */
    void erased(java.util.UUID personId, long revision);
}
