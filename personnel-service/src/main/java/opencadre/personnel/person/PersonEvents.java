package opencadre.personnel.person;

/** Tells others of a person. */
public interface PersonEvents {

    /**
     * The whole state.
     *
     * @param because what changed, as {@code registered}
     */
    void changed(PersonFile file, String because);
}
