package opencadre.demo;

/** Thrown while a row is read or sent; whoever goes through the rows collects the refusal and goes on. */
final class RefusedRow extends RuntimeException {

    private final transient Refusal refusal;

    RefusedRow(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
