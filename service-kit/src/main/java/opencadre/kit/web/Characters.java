package opencadre.kit.web;

/** Which characters a text from outside may hold. */
final class Characters {

    private Characters() {}

    /** No NUL, which the database knows not, no other control character but tab and line end, no half of a pair. */
    static boolean canBeKept(String text) {
        return text.codePoints().allMatch(each -> switch (Character.getType(each)) {
            case Character.CONTROL -> each == '\t' || each == '\n' || each == '\r';
            case Character.SURROGATE -> false;
            default -> true;
        });
    }
}
