/** Notices as e-mail. */
@NullMarked
package opencadre.personnel.notice.mail;

import org.jspecify.annotations.NullMarked;
