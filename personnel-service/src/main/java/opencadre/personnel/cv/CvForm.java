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

    /** The file; the places are those of {@link CvPaper}. */
    byte[] print(Kind kind, Map<String, Object> places);
}
