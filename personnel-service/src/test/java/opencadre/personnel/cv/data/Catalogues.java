package opencadre.personnel.cv.data;

import opencadre.personnel.cv.CvCatalogue;

/** The catalogue as the service reads it, for tests of other features. */
public final class Catalogues {

    private Catalogues() {}

    public static CvCatalogue read() {
        return CvCatalogueFiles.read();
    }
}
