package io.waterwheel.kernel.postgres;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings each module's schema up to date, in the order in which modules stand on each other.
public final class Migrations {

    /// Module, schema and folder below `db/migration` have one name.
    public static final List<String> MODULES = List.of(
            "kernel",
            "access",
            "customer",
            "intake",
            "exchange",
            "segment",
            "touch",
            "journey",
            "loyalty",
            "wecom",
            "wechat",
            "alert",
            "demo");

    private Migrations() {}

    static void migrate(DataSource dataSource) {
        for (String module : MODULES) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/migration/" + module)
                    .schemas(module)
                    .defaultSchema(module)
                    .createSchemas(true)
                    .load()
                    .migrate();
        }
    }
}
