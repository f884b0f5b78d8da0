package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.generated.Tables.BOUGHT;
import static io.waterwheel.loyalty.generated.Tables.EARNING;
import static io.waterwheel.loyalty.programme.ProgrammeText.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// However many orders come at once, no more is given than a budget or a day leaves, and no less.
@ServerTest
class ConcurrentCapsStories {

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private Customers customers;

    @Autowired
    private DSLContext database;

    @Autowired
    private PointsLedger ledger;

    private TierStage stage;

    @BeforeEach
    void aBrand() {
        stage = new TierStage(new CouponStage(brands, browsers, log, customers), log, clock);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private int awaited;

    @AfterEach
    void theLedgerAddsUp() {
        assertThat(stage.coupons
                        .operator
                        .get(stage.coupons.path("/points/reconciliation"))
                        .json()
                        .path("differences")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void manyOrdersAtOnceSpendABudgetToTheLastPointAndNoFurther() throws Exception {
        publish("'caps':{'budget':500}");
        List<String> members = new ArrayList<>();
        List<CustomerNo> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            members.add("m" + i);
            all.add(stage.does("m" + i, "Member Joined", "{}"));
        }
        manyAtOnce(members, 4, "A");
        assertThat(given()).isEqualTo(500);
        await().atMost(CouponStage.PATIENCE)
                .untilAsserted(() -> assertThat(booked(all)).isEqualTo(500));

        manyAtOnce(members, 1, "B");
        assertThat(given()).as("it is spent for good").isEqualTo(500);
    }

    @Test
    void manyOrdersOfOneMemberAtOnceBringWhatADayLeaves() throws Exception {
        publish("'caps':{'perOrder':12,'perDay':100}");
        stage.does("m0", "Member Joined", "{}");
        manyAtOnce(List.of("m0"), 40, "A");
        assertThat(given()).isEqualTo(100);
        clock.advance(Duration.ofDays(1));
        manyAtOnce(List.of("m0"), 5, "B");
        assertThat(given())
                .as("another day, and none of them more than an order may")
                .isEqualTo(160);
    }

    @Test
    void theProgrammesDayIsSharedByItsRules() throws Exception {
        stage.publish(
                List.of(
                        rule("order", "{'type':'perOrder','points':15}", ""),
                        rule("more", "{'type':'perOrder','points':8}", "")),
                "'caps':{'perDay':70}");
        stage.does("m0", "Member Joined", "{}");
        manyAtOnce(List.of("m0"), 20, "A");
        assertThat(given()).isEqualTo(70);
    }

    private void publish(String caps) {
        stage.publish(List.of(rule("order", "{'type':'perOrder','points':15}", caps)));
    }

    /// Waits until all of them are decided.
    private void manyAtOnce(List<String> members, int each, String numbers) throws Exception {
        List<Future<CustomerNo>> sent = new ArrayList<>();
        try (ExecutorService tills = Executors.newFixedThreadPool(8)) {
            for (String member : members) {
                for (int i = 0; i < each; i++) {
                    String number = numbers + member + "-" + i;
                    sent.add(tills.submit(() -> stage.orders(member, number, "10")));
                }
            }
        }
        for (Future<CustomerNo> one : sent) {
            one.get();
        }
        awaited += sent.size();
        await().atMost(CouponStage.PATIENCE)
                .until(() -> database.fetchCount(BOUGHT, BOUGHT.BRAND_ID.eq(brand())) == awaited);
    }

    private long given() {
        return database.select(DSL.coalesce(DSL.sum(EARNING.POINTS), DSL.inline(BigDecimal.ZERO)))
                .from(EARNING)
                .where(EARNING.BRAND_ID.eq(brand()))
                .fetchSingle()
                .value1()
                .longValue();
    }

    /// On the ledger, for use or waiting for the return period to end.
    private long booked(List<CustomerNo> customers) {
        return ledger.balances(stage.coupons.brand.id(), customers).values().stream()
                .mapToLong(one -> one.available().value() + one.pending().value())
                .sum();
    }

    private short brand() {
        return stage.coupons.brand.id().value();
    }
}
