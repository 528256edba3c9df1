package opencadre.local;

import java.nio.file.Path;

/** The JDK this JVM runs on; every child uses the same one. */
final class Jdk {

    private Jdk() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
