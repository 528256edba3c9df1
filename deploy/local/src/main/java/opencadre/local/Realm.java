package opencadre.local;

import java.nio.file.Path;

/**
 * What Keycloak reads once, into a database without the realm.
 *
 * @param file the realm itself, without anybody in it but the service account
 * @param accounts those who may sign in from the beginning, as Keycloak exports them: {@code {"realm": …, "users":
 *     […]}}
 */
record Realm(Path file, Path accounts) {

    /** The realm with the accounts of the demo; a province has accounts of its own. */
    static Realm ofTheDemo(Path root) {
        return new Realm(root.resolve("deploy/keycloak/realm.json"), root.resolve("deploy/demo/accounts.json"));
    }
}
