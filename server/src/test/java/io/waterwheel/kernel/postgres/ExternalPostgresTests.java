package io.waterwheel.kernel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.kernel.WaterwheelProperties.Postgres;
import io.waterwheel.testing.ServerTest;
import java.net.URI;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// A database named by its URL is used as it is: a second one in the cluster of the tests stands for it.
@ServerTest
class ExternalPostgresTests {

    @Autowired
    private EmbeddedPostgres cluster;

    @Autowired
    private DSLContext database;

    @Test
    void aDatabaseNamedByUrlIsMigratedAndNoOwnOneIsStarted() {
        database.execute("create database elsewhere");
        String url = cluster.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/elsewhere$1");
        WaterwheelProperties properties = new WaterwheelProperties(
                Path.of("target", "nowhere"),
                URI.create("http://127.0.0.1"),
                new Postgres(url, cluster.username(), cluster.password()));
        ObjectProvider<EmbeddedPostgres> none = new StaticListableBeanFactory().getBeanProvider(EmbeddedPostgres.class);

        try (HikariDataSource external = (HikariDataSource) new PostgresConfiguration().dataSource(properties, none)) {
            DSLContext there = DSL.using(external, SQLDialect.POSTGRES);
            assertThat(there.fetchValue("select current_database()")).isEqualTo("elsewhere");
            assertThat(there.meta().getSchemas().stream().map(schema -> schema.getName()))
                    .containsAll(Migrations.MODULES);
            assertThat(there.fetchCount(DSL.table("kernel.event"))).isZero();
        }
        assertThat(Path.of("target", "nowhere")).doesNotExist();
    }
}
