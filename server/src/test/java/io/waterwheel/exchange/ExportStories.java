package io.waterwheel.exchange;

import static io.waterwheel.kernel.generated.Tables.AUDIT_ENTRY;
import static io.waterwheel.kernel.generated.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.exchange.export.Export;
import io.waterwheel.exchange.export.ExportKind;
import io.waterwheel.exchange.export.ExportState;
import io.waterwheel.exchange.export.Exports;
import io.waterwheel.exchange.export.NewExport;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Reads the Parquet files back with DuckDB and compares them with PostgreSQL.
@ServerTest
class ExportStories {

    @Autowired
    Exports exports;

    @Autowired
    EventLog log;

    @Autowired
    TestBrands brands;

    @Autowired
    TestClock clock;

    @Autowired
    Browsers browsers;

    @Autowired
    DSLContext database;

    @Autowired
    Vault vault;

    Brand brand;
    Instant start;

    @BeforeEach
    void aBrandWithAHistory() {
        brand = brands.chinese();
        start = Instant.now().minus(Duration.ofDays(100)).truncatedTo(ChronoUnit.MILLIS);
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Instant at = start.plus(Duration.ofDays(i));
            var member = TestEvents.member("member" + i % 12);
            events.add(TestEvents.event(brand, member, "Seen", at, "{\"i\": " + i + ", \"text\": \"茶's \\\"1\\\"\"}"));
            if (i % 3 == 0) {
                events.add(TestEvents.order(brand, member, "no" + i, i + ".50", at));
            }
            if (i % 9 == 0) {
                events.add(TestEvents.refund(brand, member, "back" + i, "1.00", at));
            }
        }
        events.add(TestEvents.event(
                brand,
                TestEvents.identified(
                        new Identifier(IdentifierKind.MEMBER_NO, "member1"),
                        new Identifier(IdentifierKind.PHONE, "13612348000"),
                        new Identifier(IdentifierKind.EMAIL, "li@example.com")),
                EventNames.IDENTIFIED,
                start,
                "{\"name\": \"李雷\", \"city\": \"杭州\", \"phone\": \"" + vault.seal("13612348000") + "\"}"));
        // The same order under another message id counts once, here as everywhere.
        events.add(new NewEvent(
                brand.id(),
                "test",
                "again",
                EventNames.ORDER_COMPLETED,
                start,
                TestEvents.member("member3"),
                "{\"order_id\": \"no3\", \"total\": 9}",
                "{}"));
        log.append(events);
        log.append(
                List.of(TestEvents.event(brands.chinese(), TestEvents.member("other"), "Seen", Instant.now(), "{}")));
    }

    @AfterEach
    void itIsTodayAgain() {
        clock.reset();
    }

    @Test
    void everyEventIsInTheFiles() throws Exception {
        Export export = made(ExportKind.EVENTS, null, null, false);
        var stored = database.select(
                        DSL.count(),
                        DSL.sum(EVENT.POSITION),
                        DSL.countDistinct(EVENT.CUSTOMER_NO),
                        DSL.min(EVENT.AT),
                        DSL.max(EVENT.AT))
                .from(EVENT)
                .where(EVENT.BRAND_ID.eq(brand.id().value()))
                .fetchSingle();
        try (Connection duckdb = duckdb()) {
            var read = DSL.using(duckdb, SQLDialect.DUCKDB)
                    .fetchSingle("select count(*), sum(position), count(distinct customer_no),"
                            + " epoch_ms(min(happened_at)), epoch_ms(max(happened_at)) from read_parquet('"
                            + files(export, "events")
                            + "')");
            assertThat(read.get(0, Integer.class)).isEqualTo(stored.value1()).isEqualTo((int) export.rows());
            assertThat(read.get(1, Long.class)).isEqualTo(stored.value2().longValue());
            assertThat(read.get(2, Integer.class)).isEqualTo(stored.value3());
            assertThat(read.get(3, Long.class)).isEqualTo(stored.value4().toEpochMilli());
            assertThat(read.get(4, Long.class)).isEqualTo(stored.value5().toEpochMilli());
            assertThat(one(
                            duckdb,
                            "select json_extract_string(properties, '$.text') from read_parquet('"
                                    + files(export, "events") + "') where name = 'Seen' limit 1"))
                    .isEqualTo("茶's \"1\"");
            assertThat(one(
                            duckdb,
                            "select properties from read_parquet('" + files(export, "events")
                                    + "') where name = 'Identified'"))
                    .isEqualTo("{\"city\":\"杭州\"}");
        }
    }

    @Test
    void ordersAndTheirSumsAreThoseOfTheCustomers() throws Exception {
        Export export = made(ExportKind.ORDERS, null, null, false);
        var stored = database.fetchSingle(
                "select count(*) filter (where kind = 'order' and amount > 0),"
                        + " sum(amount) filter (where kind = 'order'),"
                        + " count(*) filter (where kind = 'refund'), sum(amount) filter (where kind = 'refund')"
                        + " from customer.purchase where brand_id = {0}",
                DSL.val(brand.id().value()));
        try (Connection duckdb = duckdb()) {
            var read = DSL.using(duckdb, SQLDialect.DUCKDB)
                    .fetchSingle("select count(*) filter (kind = 'order'), sum(amount) filter (kind = 'order'),"
                            + " count(*) filter (kind = 'refund'), sum(amount) filter (kind = 'refund')"
                            + " from read_parquet('" + files(export, "orders") + "')");
            for (int i = 0; i < 4; i++) {
                assertThat(read.get(i, Long.class)).isPositive().isEqualTo(stored.get(i, Long.class));
            }
            assertThat(one(
                            duckdb,
                            "select sum(o.amount - l.amount) from read_parquet('" + files(export, "orders")
                                    + "') o join read_parquet('" + files(export, "order_lines")
                                    + "') l using (position)"))
                    .isEqualTo("0");
            assertThat(one(duckdb, "select min(day) from read_parquet('" + files(export, "orders") + "')"))
                    .isEqualTo(brand.dayOf(start.plus(Duration.ofDays(0))).toString());
        }
    }

    @Test
    void onlyWhatLiesInTheRangeIsExported() throws Exception {
        Instant since = start.plus(Duration.ofDays(10));
        Instant until = start.plus(Duration.ofDays(20));
        Export export = made(ExportKind.EVENTS, since, until, false);
        int stored = database.fetchCount(
                EVENT,
                EVENT.BRAND_ID.eq(brand.id().value()).and(EVENT.AT.ge(since)).and(EVENT.AT.lt(until)));
        assertThat(stored).isPositive();
        assertThat(export.rows()).isEqualTo(stored);
    }

    @Test
    void customersComeWithoutPersonalDataUnlessAnAdministratorAsks() throws Exception {
        Export cautious = made(ExportKind.CUSTOMERS, null, null, false);
        int stored = database.fetchSingle(
                        "select count(*) from customer.relation where brand_id = {0}",
                        DSL.val(brand.id().value()))
                .get(0, Integer.class);
        assertThat(cautious.rows()).isEqualTo(stored).isEqualTo(12);
        String member1 = "') where list_contains(member_nos, 'member1')";
        try (Connection duckdb = duckdb()) {
            String from = " from read_parquet('" + files(cautious, "customers");
            assertThat(one(duckdb, "select concat_ws('|', city, name, phones, emails)" + from + member1))
                    .isEqualTo("杭州");
        }

        String address = "/api/brands/" + brand.key() + "/exports";
        Map<String, Object> wish = Map.of("kind", "customers", "personalData", true);
        assertThat(browsers.signedIn(Role.OPERATOR).post(address, wish).code()).isEqualTo("personal-data-admin-only");
        Browser admin = browsers.signedIn(Role.ADMIN);
        Browser.Answer asked = admin.post(address, wish);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        Export open = finished(asked.json().get("id").asLong());
        try (Connection duckdb = duckdb()) {
            String from = " from read_parquet('" + files(open, "customers");
            assertThat(one(duckdb, "select concat_ws('|', name, phones[1], emails[1])" + from + member1))
                    .isEqualTo("李雷|13612348000|li@example.com");
        }
        String file =
                address + "/" + open.id() + "/files/" + open.files().getFirst().name();
        assertThat(browsers.signedIn(Role.OPERATOR).get(file).code()).isEqualTo("personal-data-admin-only");
        assertThat(admin.get(file).text()).startsWith("PAR1");
        assertThat(database.select(AUDIT_ENTRY.ACTION)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.SUBJECT.eq("export/" + open.id()))
                        .orderBy(AUDIT_ENTRY.ID)
                        .fetch(AUDIT_ENTRY.ACTION))
                .contains("export.start", "export.download");
    }

    @Test
    void aBrandWithoutOrdersGetsAFileThatShowsItsColumns() throws Exception {
        brand = brands.chinese();
        Export export = made(ExportKind.ORDERS, null, null, false);
        assertThat(export.rows()).isZero();
        try (Connection duckdb = duckdb()) {
            assertThat(one(
                            duckdb,
                            "select string_agg(name, ',') from parquet_schema('" + files(export, "orders")
                                    + "') where num_children is null"))
                    .contains("number", "amount", "currency");
        }
    }

    @Test
    void filesAreDownloadedForAWeekAndThenGone() {
        Export export = made(ExportKind.EVENTS, null, null, false);
        Browser operator = browsers.signedIn(Role.OPERATOR);
        String address = "/api/brands/" + brand.key() + "/exports/" + export.id();
        String file = address + "/files/" + export.files().getFirst().name();
        Browser.Answer answer = operator.get(file);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .contains("attachment", ".parquet");
        assertThat(operator.get(address + "/files/..%2F..%2Fkeys").status()).isBetween(400, 404);
        assertThat(browsers.signedIn(Role.GUIDE).get(file).status()).isEqualTo(403);
        Path onDisk = exports.file(brand, export.id(), export.files().getFirst().name());
        assertThat(onDisk).exists();
        clock.advance(Duration.ofDays(8));
        assertThat(operator.get(file).code()).isEqualTo("export-expired");
        exports.sweep();
        assertThat(onDisk.getParent()).doesNotExist();
        assertThat(exports.get(brand, export.id()).state()).isEqualTo(ExportState.EXPIRED);
    }

    private Export made(ExportKind kind, @Nullable Instant since, @Nullable Instant until, boolean personalData) {
        return finished(exports.start(brand, new NewExport(kind, since, until, personalData))
                .id());
    }

    private Export finished(long id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> exports.get(brand, id), export -> export.state() == ExportState.DONE);
    }

    private String files(Export export, String table) {
        Path any = exports.file(brand, export.id(), export.files().getFirst().name());
        return any.resolveSibling(table + "-*.parquet").toString();
    }

    private static Connection duckdb() throws Exception {
        return DriverManager.getConnection("jdbc:duckdb:");
    }

    private static @Nullable String one(Connection duckdb, String question) throws Exception {
        try (var statement = duckdb.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            assertThat(row.next()).as(question).isTrue();
            return row.getString(1);
        }
    }
}
