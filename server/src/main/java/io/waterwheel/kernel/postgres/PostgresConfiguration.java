package io.waterwheel.kernel.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.waterwheel.kernel.WaterwheelProperties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class PostgresConfiguration {

    private static final int CONNECTIONS = 24;

    /// Only where no other database is named.
    @Bean(destroyMethod = "close")
    @Lazy
    EmbeddedPostgres embeddedPostgres(WaterwheelProperties properties) {
        return EmbeddedPostgres.start(properties.dataDirectory().resolve("postgres"));
    }

    /// Migrated before anyone gets it, so that no bean needs to wait for its tables.
    @Bean(destroyMethod = "close")
    DataSource dataSource(WaterwheelProperties properties, ObjectProvider<EmbeddedPostgres> own) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("postgres");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(4);
        if (properties.postgres().embedded()) {
            EmbeddedPostgres embedded = own.getObject();
            pool.setJdbcUrl(embedded.jdbcUrl());
            pool.setUsername(embedded.username());
            pool.setPassword(embedded.password());
        } else {
            pool.setJdbcUrl(properties.postgres().url());
            pool.setUsername(properties.postgres().username());
            pool.setPassword(properties.postgres().password());
        }
        // What a statement carried may be personal data; it has no place in the log, whoever runs the database.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        HikariDataSource dataSource = new HikariDataSource(pool);
        Migrations.migrate(dataSource);
        return dataSource;
    }

    /// Times go as times: as texts, the database would read them anew for each row it compares with them.
    @Bean
    DefaultConfigurationCustomizer timesAsTimes() {
        return configuration -> configuration.settings().setBindOffsetDateTimeType(true);
    }
}
