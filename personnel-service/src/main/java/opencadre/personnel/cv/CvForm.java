package opencadre.personnel.cv;

import java.util.Map;

/** Lays a CV out as a file of a word processor, in an official form. */
public interface CvForm {

    /** The forms there are. */
    enum Kind {
        /** Mẫu 2C/TCTW-98. */
        TCTW98,
        /** The form of Thông tư 06/2023/TT-BNV. */
        TT06
    }

    /** The form as it is now, to be filled for one or for many, also after the transaction has ended. */
    Blank blank(Kind kind);

    /** A form that is not filled in yet. */
    @FunctionalInterface
    interface Blank {

        /** The file; the places are those of {@link CvPaper}. */
        byte[] filled(Map<String, Object> places);
    }
}
