package opencadre.personnel.cv;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import opencadre.personnel.cv.rule.CodeList;
import opencadre.personnel.cv.rule.CvField;
import opencadre.personnel.cv.rule.CvKind;

/** What a CV consists of: kinds of entries, in the order in which it is read, and lists of codes. */
public final class CvCatalogue {

    private final Map<String, CvKind> kinds = new LinkedHashMap<>();
    private final Map<String, CodeList> lists = new LinkedHashMap<>();

    /** Errors: {@link IllegalStateException} when a field names a list that there is not. */
    public CvCatalogue(Collection<CvKind> kinds, Collection<CodeList> lists) {
        lists.forEach(list -> this.lists.put(list.name(), list));
        for (CvKind kind : kinds) {
            this.kinds.put(kind.code(), kind);
            kind.fields().stream()
                    .map(CvField::list)
                    .filter(list -> list != null)
                    .forEach(this::codes);
        }
    }

    public Collection<CvKind> kinds() {
        return kinds.values();
    }

    public Collection<CodeList> lists() {
        return lists.values();
    }

    public Optional<CvKind> kind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /** A kind that is recorded. Errors: {@link IllegalStateException} when a release took it away. */
    CvKind recorded(String code) {
        return kind(code).orElseThrow(() -> new IllegalStateException("No kind of entry " + code));
    }

    /** Errors: {@link IllegalStateException} for a list that there is not. */
    public CodeList codes(String list) {
        CodeList codes = lists.get(list);
        if (codes == null) {
            throw new IllegalStateException("No list contracts/codelists/" + list + ".json");
        }
        return codes;
    }
}
