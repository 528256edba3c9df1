/**
 * Documents: the papers of a dossier (giấy tờ, bản quét), each with what it proves, and what papers a dossier lacks.
 * Contents are sealed before they are kept; a paper is never changed, only voided.
 */
@NullMarked
package opencadre.personnel.document;

import org.jspecify.annotations.NullMarked;
