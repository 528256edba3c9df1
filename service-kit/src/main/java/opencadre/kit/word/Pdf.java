package opencadre.kit.word;

import java.util.List;

/** Makes PDF files of Word files, where there is something on this machine that can. */
public interface Pdf {

    /** Where there is nothing that can. */
    Pdf NONE = new Pdf() {
        @Override
        public boolean isHere() {
            return false;
        }

        @Override
        public Outcome of(List<byte[]> words) {
            return new NotHere();
        }
    };

    /** Whether {@link #of} can be asked for at all. */
    boolean isHere();

    /**
     * One PDF for each file, in the order of the files. Takes seconds: never within a transaction.
     *
     * @param words .docx files
     */
    Outcome of(List<byte[]> words);

    /** How it went. */
    sealed interface Outcome {}

    /** All of them. */
    record Made(List<byte[]> pdfs) implements Outcome {}

    /** Nothing on this machine makes PDF files. */
    record NotHere() implements Outcome {}

    /** Too many wait already, or it was waited for too long. */
    record Busy() implements Outcome {}

    /** One of the files was not made into one, or not in time. */
    record Failed() implements Outcome {}
}
