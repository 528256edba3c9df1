package opencadre.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import opencadre.local.BuildServers;
import opencadre.local.Database;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Generates a service's table classes from its migrations, against the PostgreSQL that the build started once.
 *
 * <p>Arguments: package of the classes, folder they go to, then the folders of the migrations. Nothing is done when the
 * migrations are the ones that the classes in place came from.
 */
public final class GenerateJooq {

    private GenerateJooq() {}

    public static void main(String[] args) throws Exception {
        String packageName = args[0];
        Path target = Path.of(args[1]);
        List<Path> migrations = Arrays.stream(args).skip(2).map(Path::of).toList();
        Path stamp = target.resolve("migrations.sha256");
        String hash = hash(packageName, migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
            return;
        }
        Database database = BuildServers.freshDatabase("jooq");
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations(migrations.stream().map(dir -> "filesystem:" + dir).toArray(String[]::new))
                .placeholders(Map.of("app", database.app()))
                .load()
                .migrate();
        GenerationTool.generate(configuration(database, packageName, target));
        Files.createDirectories(target);
        Files.writeString(stamp, hash);
    }

    private static Configuration configuration(Database database, String packageName, Path target) {
        return new Configuration()
                .withJdbc(new Jdbc()
                        .withUrl(database.url())
                        .withUser(database.owner())
                        .withPassword(database.ownerPassword()))
                .withGenerator(new Generator()
                        .withDatabase(new org.jooq.meta.jaxb.Database()
                                .withInputSchema("public")
                                .withOutputSchemaToDefault(true)
                                .withIncludeRoutines(false)
                                .withForcedTypes(
                                        range("LocalDateRange", "daterange"), range("OffsetDateTimeRange", "tstzrange"))
                                .withExcludes("flyway_schema_history"))
                        .withGenerate(new Generate()
                                .withRecords(false)
                                .withPojos(false)
                                .withDaos(false)
                                .withRelations(false)
                                .withComments(false))
                        .withTarget(new Target().withPackageName(packageName).withDirectory(target.toString())));
    }

    private static ForcedType range(String type, String sqlType) {
        String bindings = "org.jooq.postgres.extensions.";
        return new ForcedType()
                .withUserType(bindings + "types." + type)
                .withBinding(bindings + "bindings." + type + "Binding")
                .withIncludeTypes(sqlType);
    }

    private static String hash(String packageName, List<Path> migrations) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(packageName.getBytes(StandardCharsets.UTF_8));
        for (Path dir : migrations) {
            try (Stream<Path> files = Files.list(dir)) {
                for (Path file : files.sorted().toList()) {
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
