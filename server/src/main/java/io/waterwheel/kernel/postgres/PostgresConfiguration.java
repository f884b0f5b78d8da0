package io.waterwheel.kernel.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.waterwheel.kernel.WaterwheelProperties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
class PostgresConfiguration {

    private static final int CONNECTIONS = 24;

    @Bean(destroyMethod = "close")
    @Conditional(Embedded.class)
    EmbeddedPostgres embeddedPostgres(WaterwheelProperties properties) {
        return EmbeddedPostgres.start(properties.dataDirectory().resolve("postgres"));
    }

    /// Migrated before anyone gets it, so that no bean needs to wait for its tables.
    @Bean(destroyMethod = "close")
    DataSource dataSource(WaterwheelProperties properties, @Nullable EmbeddedPostgres embedded) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("postgres");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(4);
        pool.setJdbcUrl(
                embedded != null ? embedded.jdbcUrl() : properties.postgres().url());
        pool.setUsername(
                embedded != null ? embedded.username() : properties.postgres().username());
        pool.setPassword(
                embedded != null ? embedded.password() : properties.postgres().password());
        // What a statement carried may be personal data; it has no place in the log, whoever runs the database.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        HikariDataSource dataSource = new HikariDataSource(pool);
        Migrations.migrate(dataSource);
        return dataSource;
    }

    static final class Embedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("waterwheel.postgres.url"));
        }
    }
}
