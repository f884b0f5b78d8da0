package io.waterwheel.demo;

import static io.waterwheel.demo.generated.Tables.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.demo.world.Customer;
import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.demo.world.Truth;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class DemoStories {

    private static final int SIZE = 400;

    @Autowired
    Jobs jobs;

    @Autowired
    Brands brands;

    @Autowired
    TestBrands testBrands;

    @Autowired
    SeededWorlds worlds;

    @Autowired
    Warehouse warehouse;

    @Autowired
    EventLog log;

    @Autowired
    DSLContext database;

    @Test
    void theBrandHasTheCustomersAndSalesOfItsWorld() {
        Brand brand = seed("sums", 31);
        Truth truth = world(brand).truth();
        assertThat(warehouse.catchUp(Duration.ofSeconds(20))).isTrue();

        assertThat(inWarehouse("count(*) from relation", brand)).isEqualTo(truth.customers());
        assertThat(inWarehouse("count(*) from relation where member_since is not null and ", brand))
                .isEqualTo(truth.members());
        assertThat(inWarehouse("count(*) from relation where email and ", brand))
                .isEqualTo(truth.consentEmail());
        assertThat(inWarehouse("count(*) from orders", brand)).isEqualTo(truth.orders());
        assertThat(inWarehouse("sum(amount) from orders", brand)).isEqualTo(truth.grossSales());
        assertThat(inWarehouse("sum(amount) from order_line", brand)).isEqualTo(truth.grossSales());
        assertThat(inWarehouse("count(*) from orders where customer_no is null and ", brand))
                .isEqualTo(truth.anonymousOrders());
        assertThat(inWarehouse("sum(amount) from orders where customer_no is null and ", brand))
                .isEqualTo(truth.anonymousSales());
        assertThat(inWarehouse("count(distinct customer_no) from orders", brand))
                .isEqualTo(truth.buyers());
        assertThat(inWarehouse("sum(amount) from refund", brand)).isEqualTo(truth.refunded());
        assertThat(inWarehouse(
                        "sum(o.amount) from orders o join relation r using (customer_no)"
                                + " where r.member_since <= o.paid_at and r.",
                        brand))
                .isEqualTo(truth.memberSales());
    }

    @Test
    void everyCustomersTotalsAreTheirOwnOrders() {
        Brand brand = seed("totals", 32);
        Truth truth = world(brand).truth();
        assertThat(inBooks("sum(orders)", brand)).isEqualTo(truth.orders() - truth.anonymousOrders());
        assertThat(inBooks("sum(gross_sales)", brand)).isEqualTo(truth.grossSales() - truth.anonymousSales());
        assertThat(inBooks("count(*) filter (where orders > 1)", brand)).isEqualTo(truth.repeatBuyers());
    }

    @Test
    void customersAreFoundByWhatIsKnownOfThem() {
        Brand brand = seed("names", 33);
        List<String> names = database.fetch(
                        "select p.name from customer.relation r join customer.profile p using (customer_no)"
                                + " where r.brand_id = {0} order by r.first_seen_at, p.name",
                        brand.id().value())
                .getValues(0, String.class);
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        world(brand).customers().stream().map(Customer::name).toList());
    }

    @Test
    void nothingIsNewerThanYesterday() {
        Brand brand = seed("past", 34);
        java.time.OffsetDateTime newest = database.fetchSingle(
                        "select max(at) from kernel.event where source = 'demo' and brand_id = {0}",
                        brand.id().value())
                .get(0, java.time.OffsetDateTime.class);
        assertThat(brand.dayOf(newest.toInstant()))
                .isBefore(worlds.find(brand).orElseThrow().today());
    }

    @Test
    void seedingAgainChangesNothing() {
        Brand brand = seed("twice", 35);
        long events = events(brand);
        seed("twice", 35);
        assertThat(events(brand)).isEqualTo(events);
    }

    @Test
    void afterACrashThatForgotHowFarItCameNothingIsTwice() {
        Brand brand = seed("crashed", 36);
        long events = events(brand);
        Truth truth = world(brand).truth();
        database.update(WORLD)
                .set(WORLD.WRITTEN, 150)
                .where(WORLD.BRAND_ID.eq(brand.id().value()))
                .execute();
        seed("crashed", 36);
        assertThat(events(brand)).isEqualTo(events);
        assertThat(inBooks("sum(gross_sales)", brand)).isEqualTo(truth.grossSales() - truth.anonymousSales());
    }

    @Test
    void aBrandOfSomebodysOwnIsNeverSeeded() {
        Brand own = testBrands.chinese();
        Job job = run(plan(own.key(), 37));
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(Objects.requireNonNull(job.message()).zh()).contains(own.key());
        assertThat(events(own)).isZero();
    }

    private Brand seed(String name, long seed) {
        SeedPlan plan = plan("demo-" + name, seed);
        assertThat(run(plan).state()).isEqualTo(JobState.DONE);
        return brands.byKey(plan.brand());
    }

    private static SeedPlan plan(String brand, long seed) {
        return new SeedPlan(brand, "泊檐茶", seed, SIZE, null, null);
    }

    private Job run(SeedPlan plan) {
        JobId id = jobs.start(new NewJob(DemoSeeder.KIND, Text.same("demo"), null, "events", plan, null));
        return Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> jobs.find(id).orElseThrow(), job -> job.state().ended());
    }

    private DemoWorld world(Brand brand) {
        return worlds.find(brand).orElseThrow().world();
    }

    private long events(Brand brand) {
        return number(database, "count(*) from kernel.event where source = 'demo' and ", brand);
    }

    private long inBooks(String what, Brand brand) {
        return number(database, what + " from customer.relation", brand);
    }

    private long inWarehouse(String what, Brand brand) {
        return warehouse.read(duck -> number(duck, what, brand));
    }

    /// @param what of `select`, up to its `where`, or up to the last condition, which is the brand's
    private static long number(DSLContext database, String what, Brand brand) {
        String where = what.contains(" where ") ? "" : " where ";
        return database.fetchSingle(
                        "select " + what + where + "brand_id = " + brand.id().value())
                .get(0, Long.class);
    }
}
