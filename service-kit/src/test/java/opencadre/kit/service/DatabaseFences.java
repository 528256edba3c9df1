package opencadre.kit.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The database of a running service, looked at as its superuser: what stands without a fence, and what its role may do
 * that it should not. A new table is either fenced or named with the reason why it need not be.
 */
public final class DatabaseFences {

    /** Tables of the kit that anybody's request may read, and why. */
    private static final Map<String, String> OPEN = Map.of(
            "unit_node", "the trees of today name nobody",
            "account", "rights are looked up before the database knows who asks",
            "access_grant", "rights are looked up before the database knows who asks",
            "name_word", "the words of names, without their people",
            "outbox_parked", "keys alone, no contents",
            "inbox", "keys and revisions alone, no contents",
            "replica", "names of topics",
            "advanced_day", "the legal day of a demo",
            "flyway_schema_history", "names of migrations");

    private DatabaseFences() {}

    /**
     * What is wrong; empty when all is well.
     *
     * @param url of the service's database
     * @param role that the service connects as
     * @param open its own tables without a fence, and why
     */
    public static List<String> holes(String url, String role, Map<String, String> open) {
        Map<String, String> known = new TreeMap<>(OPEN);
        known.putAll(open);
        List<String> holes = new ArrayList<>();
        for (String table : Servers.asSuperuser(url, """
            SELECT relname FROM pg_class c
             WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'm', 'f')
               AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid))
            """)) {
            if (!known.containsKey(table)) {
                holes.add(table + " has no forced row security, and nobody has said why");
            }
        }
        for (String table : Servers.asSuperuser(url, """
            SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relforcerowsecurity
            """)) {
            if (known.containsKey(table)) {
                holes.add(table + " is said to be open, but is fenced");
            }
        }
        Servers.asSuperuser(url, """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT attisdropped
             WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relforcerowsecurity
               AND a.attname IN ('person_id', 'full_name', 'name_key', 'payload') AND c.relname NOT IN ('access_grant', 'account_entry')
            """).forEach(table -> holes.add(table + " tells of people without a fence"));
        Servers.asSuperuser(url, """
            SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
               AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)
            """).forEach(view -> holes.add(view + " reads with the rights of its owner"));
        Servers.asSuperuser(url, """
            SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
               AND (proname <> 'audit_of' OR NOT proconfig @> ARRAY['search_path=public, pg_temp'])
            """).forEach(function -> holes.add(function + " runs with the rights of its owner"));
        Servers.asSuperuser(
                        url,
                        "SELECT rolname FROM pg_roles WHERE rolname = '" + role
                                + "' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)")
                .forEach(name -> holes.add(name + " may more than a service needs"));
        Servers.asSuperuser(
                        url,
                        "SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = '" + role
                                + "' AND relnamespace = 'public'::regnamespace")
                .forEach(table -> holes.add(role + " owns " + table));
        Servers.asSuperuser(
                        url,
                        "SELECT privilege_type FROM information_schema.role_table_grants WHERE grantee IN ('" + role
                                + "', 'PUBLIC') AND table_name IN ('audit', 'audit_subject') AND privilege_type <>"
                                + " 'INSERT'")
                .forEach(right -> holes.add("the audit grants " + right));
        Servers.asSuperuser(
                        url,
                        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
                                + " AND has_table_privilege('" + role + "', oid, 'TRUNCATE')")
                .forEach(table -> holes.add(role + " may truncate " + table));
        return holes;
    }
}
