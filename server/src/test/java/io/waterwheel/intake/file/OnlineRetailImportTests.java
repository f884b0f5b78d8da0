package io.waterwheel.intake.file;

import static io.waterwheel.customer.generated.Tables.PURCHASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportState;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// The real retailer's two files, against sums worked out by other means: DuckDB over the raw text.
@ServerTest
@org.springframework.context.annotation.Import(ImportFixture.class)
class OnlineRetailImportTests {

    private static final Logger log = LoggerFactory.getLogger(OnlineRetailImportTests.class);

    @Autowired
    ImportFixture fixture;

    @Autowired
    TestBrands brands;

    @Autowired
    DSLContext database;

    @Test
    void bothFilesAddUpToTheRawText() throws Exception {
        Path first = data("year_2009_2010.csv.gz");
        Path second = data("year_2010_2011.csv.gz");
        Brand brand = brands.create("GBP", "Europe/London");

        Instant begin = Instant.now();
        ImportCounts one = bringIn(brand, first);
        ImportCounts two = bringIn(brand, second);
        Duration took = Duration.between(begin, Instant.now());
        log.info("online retail: {} lines in {} ms", one.lines() + two.lines(), took.toMillis());

        Expected expected = Expected.of(first, second);
        assertThat(one.lines() + two.lines()).isEqualTo(expected.lines);
        assertThat(one.rejectedLines() + two.rejectedLines()).isEqualTo(expected.rejected);
        assertThat(one.orders() + one.refunds()).isEqualTo(expected.firstFile);
        assertThat(two.orders() + two.refunds()).isEqualTo(expected.secondFile);
        assertThat(two.unchanged()).isEqualTo(expected.inBoth);
        assertThat(one.unchanged()).isZero();
        assertThat(one.newCustomers() + two.newCustomers()).isEqualTo(expected.customers);

        assertThat(purchases(brand)).isEqualTo(expected.totals);
    }

    private ImportCounts bringIn(Brand brand, Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            Import done =
                    fixture.run(brand, fixture.upload(brand, file.getFileName().toString(), in));
            assertThat(done.state()).as(String.valueOf(done.problem())).isEqualTo(ImportState.DONE);
            return Objects.requireNonNull(done.counts());
        }
    }

    private record Totals(
            long orders,
            long refunds,
            long gross,
            long refunded,
            long anonymousOrders,
            long anonymousSales,
            long buyers) {}

    private Totals purchases(Brand brand) {
        Record row = database.select(
                        DSL.count().filterWhere(PURCHASE.KIND.eq("order")),
                        DSL.count().filterWhere(PURCHASE.KIND.eq("refund")),
                        DSL.sum(PURCHASE.AMOUNT).filterWhere(PURCHASE.KIND.eq("order")),
                        DSL.sum(PURCHASE.AMOUNT).filterWhere(PURCHASE.KIND.eq("refund")),
                        DSL.count().filterWhere(PURCHASE.KIND.eq("order").and(PURCHASE.CUSTOMER_NO.isNull())),
                        DSL.sum(PURCHASE.AMOUNT)
                                .filterWhere(PURCHASE.KIND.eq("order").and(PURCHASE.CUSTOMER_NO.isNull())),
                        DSL.countDistinct(PURCHASE.CUSTOMER_NO).filterWhere(PURCHASE.KIND.eq("order")))
                .from(PURCHASE)
                .where(PURCHASE.BRAND_ID.eq(brand.id().value()))
                .fetchSingle();
        return new Totals(
                row.get(0, long.class),
                row.get(1, long.class),
                row.get(2, long.class),
                row.get(3, long.class),
                row.get(4, long.class),
                row.get(5, long.class),
                row.get(6, long.class));
    }

    /// The same questions asked of the raw text in SQL.
    private record Expected(
            long lines, long rejected, long firstFile, long secondFile, long inBoth, long customers, Totals totals) {

        static Expected of(Path first, Path second) throws Exception {
            try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                    Statement sql = duckdb.createStatement()) {
                sql.execute(raw("raw1", first));
                sql.execute(raw("raw2", second));
                sql.execute("create view raw as select 1 as file, * from raw1 union all select 2, * from raw2");
                // An order's first good line says whether it is a refund; a price below zero, a quantity of zero, or
                // one below zero without a C is no good.
                sql.execute("""
                        create table good as
                        select file, line, invoice, nullif(trim(customer), '') as customer,
                               quantity::decimal(18, 3) as quantity, price::decimal(18, 4) as price
                        from raw
                        where price::decimal(18, 4) >= 0 and quantity::decimal(18, 3) <> 0
                          and (quantity::decimal(18, 3) > 0 or invoice[1] = 'C')""");
                sql.execute("""
                        create table order_of_file as
                        select file, invoice, arg_min(quantity, line) < 0 as refund, max(customer) as customer
                        from good group by all""");
                sql.execute("""
                        create table purchase as
                        select o.invoice, o.refund, o.customer,
                               sum(case when abs(g.quantity) * g.price * 100 - floor(abs(g.quantity) * g.price * 100) >= 0.5
                                        then floor(abs(g.quantity) * g.price * 100) + 1
                                        else floor(abs(g.quantity) * g.price * 100) end)::bigint as amount
                        from order_of_file o
                        join good g on g.file = o.file and g.invoice = o.invoice and (g.quantity < 0) = o.refund
                        where not exists (from order_of_file earlier
                                          where earlier.invoice = o.invoice and earlier.file < o.file)
                        group by all""");
                long same = number(
                        sql,
                        "select count(*) from good g join order_of_file o using (file, invoice) where (g.quantity < 0) <> o.refund");
                return new Expected(
                        number(sql, "select count(*) from raw"),
                        number(sql, "select (select count(*) from raw) - (select count(*) from good)") + same,
                        number(sql, "select count(*) from order_of_file where file = 1"),
                        number(sql, "select count(*) from order_of_file where file = 2"),
                        number(
                                sql,
                                "select count(*) from (select invoice from order_of_file group by invoice having count(*) = 2)"),
                        number(sql, "select count(distinct customer) from purchase"),
                        new Totals(
                                number(sql, "select count(*) from purchase where not refund"),
                                number(sql, "select count(*) from purchase where refund"),
                                number(sql, "select sum(amount) from purchase where not refund"),
                                number(sql, "select sum(amount) from purchase where refund"),
                                number(sql, "select count(*) from purchase where not refund and customer is null"),
                                number(sql, "select sum(amount) from purchase where not refund and customer is null"),
                                number(sql, "select count(distinct customer) from purchase where not refund")));
            }
        }

        private static String raw(String name, Path file) {
            return "create table " + name + " as select row_number() over () as line, * from read_csv('" + file
                    + "', header = true, all_varchar = true, names = ['invoice', 'code', 'name', 'quantity',"
                    + " 'at', 'price', 'customer', 'country'])";
        }

        private static long number(Statement sql, String query) throws Exception {
            try (ResultSet row = sql.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Path data(String name) {
        String set = System.getenv("WATERWHEEL_DATA");
        Path folder = set != null ? Path.of(set) : sharedData();
        Path file = folder.resolve("online_retail").resolve(name);
        assumeTrue(Files.exists(file), "the public data set is not here: " + file);
        return file.toAbsolutePath();
    }

    /// Beside the checkout, however deep it lies.
    private static Path sharedData() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve("data");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return Path.of("..", "..", "shared", "data");
    }
}
