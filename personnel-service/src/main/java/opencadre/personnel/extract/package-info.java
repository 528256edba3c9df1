/** Extract lists (danh sách trích ngang): officials in one line each, as they are laid before whoever decides. */
@NullMarked
package opencadre.personnel.extract;

import org.jspecify.annotations.NullMarked;
