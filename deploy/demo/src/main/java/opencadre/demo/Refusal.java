package opencadre.demo;

/**
 * A row that was not taken: where it stands, which field, and why.
 *
 * @param line as an editor counts, the head is line 1
 * @param field the column, or the field of the interface that refused it
 */
public record Refusal(String file, int line, String field, String reason) {

    @Override
    public String toString() {
        return file + ":" + line + " " + field + ": " + reason;
    }
}
