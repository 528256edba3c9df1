package opencadre.kit.workbook;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sheet whose lines are taken out as they stand, changed in a spreadsheet and sent back. Each line carries the token
 * of the belief it says, so that what it said, what stands now and what was typed can be told apart ({@link ThreeWay}).
 * Values are those that {@link Line} has: a line that is taken out reads as it was.
 */
public interface RowExchange extends RowImport {

    /**
     * What a line says.
     *
     * @param values by key of the column; empty cells are absent
     */
    record Standing(RowToken token, Map<String, Object> values) {}

    /**
     * What the belief of a token said, and what is believed of its fact now.
     *
     * @param now null when the fact was voided since
     */
    record Said(Map<String, Object> then, @Nullable Standing now) {}

    /** What an address names the sheet by, as {@code DEGREE}: its name is for whoever reads it. */
    String code();

    /** Keys of columns that no correction changes, and the code of the finding that says why. */
    Map<String, String> fixed();

    /** Whether a report may show what stands; of what is sensitive it names the cell alone. */
    boolean isTold();

    /** Whether the things of this sheet are people, so that looking at its lines is looking at them. */
    boolean isOfPeople();

    /** The things whose lines a book has, in the order of the lines: of a unit and below, or all in reach. */
    List<UUID> things(@Nullable UUID unit);

    /** Of which thing the belief of a token is. */
    UUID thing(RowToken token);

    /** What stands of these things, in their order. */
    List<Standing> standing(List<UUID> things);

    /** By token; what lies outside the actor's scope, or was never believed, is absent. */
    Map<RowToken, Said> said(Collection<RowToken> tokens);

    /** Puts right what stands; the line is whole, and lawful or refused as it would be on the page. */
    RowOutcome correct(RowToken token, Line line, String reason);
}
