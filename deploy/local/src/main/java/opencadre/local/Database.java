package opencadre.local;

/**
 * One database and its two login roles.
 *
 * @param url JDBC address, for example {@code jdbc:postgresql://127.0.0.1:5432/personnel}
 * @param owner the role that owns the database and runs its migrations, for example {@code personnel_owner}
 * @param app the role of the running service: no superuser, no way around row-level security, may only connect
 */
public record Database(String url, String owner, String ownerPassword, String app, String appPassword) {

    @Override
    public String toString() {
        return "Database[" + url + ", owner " + owner + ", app " + app + "]";
    }
}
