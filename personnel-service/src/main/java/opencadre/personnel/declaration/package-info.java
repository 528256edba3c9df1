/**
 * Declarations (tự khai): an official sees their own file and asks to have an entry of their CV added, put right or
 * taken back. It waits beside the CV; whoever keeps that compares it with what stands, accepts it or returns it with a
 * reason.
 */
@NullMarked
package opencadre.personnel.declaration;

import org.jspecify.annotations.NullMarked;
