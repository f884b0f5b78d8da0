package io.waterwheel.kernel.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.postgresql.ds.PGSimpleDataSource;

/// Writes the typed tables of every module from its migrations, run in a fresh PostgreSQL.
final class GenerateTables {

    private GenerateTables() {}

    /// Arguments: a folder for the throw-away database, and the source folder to write to.
    public static void main(String[] arguments) throws Exception {
        into(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void into(Path scratch, Path sources) throws Exception {
        DirectoryTree.delete(scratch);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(scratch.toAbsolutePath())) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(postgres.jdbcUrl());
            dataSource.setUser(postgres.username());
            dataSource.setPassword(postgres.password());
            Migrations.migrate(dataSource);
            Jdbc jdbc = new Jdbc()
                    .withUrl(postgres.jdbcUrl())
                    .withUser(postgres.username())
                    .withPassword(postgres.password());
            for (String module : Migrations.MODULES) {
                GenerationTool.generate(configuration(jdbc, module, sources));
            }
        }
    }

    private static Configuration configuration(Jdbc jdbc, String module, Path sources) throws Exception {
        Files.createDirectories(sources);
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(jdbc)
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema(module)
                                .withExcludes("flyway_schema_history|spring_session.*|scheduled_task")
                                .withIncludeRoutines(false)
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIgnoreUnused(true)
                                        .withIncludeTypes("(?i:timestamptz|timestamp\\swith\\stime\\szone)")))
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withGlobalCatalogReferences(false)
                                .withGlobalSchemaReferences(false)
                                .withComments(false)
                                .withJavadoc(false)
                                .withIndexes(false)
                                .withRecords(true))
                        .withTarget(new Target()
                                .withPackageName("io.waterwheel." + module + ".generated")
                                .withDirectory(sources.toString())));
    }
}
