package opencadre.kit;

import java.util.List;
import opencadre.kit.access.Actor;
import opencadre.kit.workbook.RowImport;

/** The sheets that a service takes from somebody, in the order in which they are taken. */
public interface ImportSheets {

    /** Only those that the actor may write; each works within what the actor reaches. */
    List<RowImport> of(Actor actor);
}
