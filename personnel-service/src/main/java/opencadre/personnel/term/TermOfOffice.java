package opencadre.personnel.term;

import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.personnel.unitfact.UnitFact;

/**
 * A term of office of a body.
 *
 * @param unitId the body, as a Party committee or a People's Council
 * @param name as {@code Khóa I, nhiệm kỳ 2025–2030}
 * @param valid from the congress or election on; the end is the expected one until it has come, and open where none is
 *     known
 * @param instrument the paper that says so, as {@code Nghị quyết Đại hội Đảng bộ phường lần thứ I}
 */
public record TermOfOffice(UUID id, UUID unitId, String name, Period valid, String instrument) implements UnitFact {}
