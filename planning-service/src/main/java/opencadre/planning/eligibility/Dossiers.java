package opencadre.planning.eligibility;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The copies as the facts of verdicts: the same number of statements for one person and for thirty. */
public interface Dossiers {

    /** The people of these ids, as far as row-level security shows them; whether they are visible was asked before. */
    List<Dossier> of(Collection<UUID> personIds);

    /** Codes of all titles of this height and above. */
    Set<String> titlesFrom(int rank);

    /** What stands here of people: their records, certificates and plans. */
    List<CopyRevision> revisions(Collection<UUID> personIds);

    /** A number that grows with every change of any seat: titles elsewhere say what is higher and what is equal. */
    long structure();
}
