/** What the build itself runs on JDK 25: code generated from the migrations, and the format of every Java file. */
@NullMarked
package opencadre.build;

import org.jspecify.annotations.NullMarked;
