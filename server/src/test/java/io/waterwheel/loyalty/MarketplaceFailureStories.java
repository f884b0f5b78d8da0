package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.generated.tables.records.MarketplaceLinkRecord;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedMarket;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The database fails as it commits, which is what a kill at that moment leaves behind: between a booking and its
/// mark, and between a push and what is noted of it.
@ServerTest
class MarketplaceFailureStories {

    private static SimulatedMarket market;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private MarketStage stage;
    private CustomerNo li;
    private String shop;

    @BeforeAll
    static void aMarketplace(@Autowired TestClock clock) {
        market = new SimulatedMarket(clock);
    }

    @AfterAll
    static void closes() {
        market.close();
    }

    @BeforeEach
    void aBoundMember() {
        MallStage mall = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
        stage = new MarketStage(mall, market, log, port);
        shop = stage.connect("tmall", 0);
        String phone = MarketStage.freshPhone();
        li = stage.member(phone, 500);
        market.join("tmall", "li", phone);
        stage.untilShown("tmall", "li", 500);
        untilTold();
    }

    @AfterEach
    void realTime() {
        commitsAgain();
        clock.reset();
    }

    @Test
    void aMarkThatIsNotCommittedIsMadeOnceWhenTheReaderComesBack() {
        long before = link().getChanges();
        int pushes = told().path("pushes").size();
        failsAtCommit("loyalty.reading_place", "new.reader = 'marketplace'");
        stage.mall.earn(li, 70);
        await().atMost(CouponStage.PATIENCE).until(() -> failures() >= 2);
        assertThat(link().getChanges()).as("marks go with the reader's place").isEqualTo(before);
        assertThat(told().path("points").asLong()).isEqualTo(500);

        commitsAgain();
        stage.untilShown("tmall", "li", 570);
        untilTold();
        assertThat(link().getChanges()).isEqualTo(before + 1);
        assertThat(told().path("pushes").size()).isEqualTo(pushes + 1);
    }

    @Test
    void aPushThatIsNotNotedIsToldAgainAndNothingElseIsEverShown() {
        failsAtCommit("loyalty.marketplace_link", "new.shop_id = " + shop + " and new.push_at is null");
        stage.mall.earn(li, 30);
        stage.untilShown("tmall", "li", 530);
        await().atMost(CouponStage.PATIENCE).until(() -> failures() >= 1);
        assertThat(link().getPushAt()).as("still to be told").isNotNull();
        // Spent while nobody knows whether the first push came through.
        assertThat(stage.points("li", "r1", "0", 100, "").path("result_code").asString())
                .isEqualTo("SUC");
        commitsAgain();
        // The node that was killed had the shop for a minute.
        clock.advance(Duration.ofSeconds(61));
        stage.untilShown("tmall", "li", 430);
        untilTold();
        assertThat(told().path("pushes")).extracting(JsonNode::asLong).endsWith(530L, 430L);
        nothingIsStuck(430);
    }

    @Test
    void aPushWhoseAnswerIsLostLeavesNobodyStuck() {
        market.fault(Map.of("path", "/router/rest", "kind", "drop-after-work", "times", 1));
        stage.mall.earn(li, 5);
        stage.untilShown("tmall", "li", 505);
        untilTold();
        nothingIsStuck(505);
        stage.mall.earn(li, 5);
        stage.untilShown("tmall", "li", 510);
    }

    @Test
    void theSameOnDouyin() {
        String other = stage.connect("douyin", 0);
        String phone = MarketStage.freshPhone();
        CustomerNo wang = stage.member(phone, 10);
        market.join("douyin", "dy-wang", phone);
        stage.untilShown("douyin", "dy-wang", 10);
        market.fault(Map.of("path", "/goodlife/v1/member/update", "kind", "drop-after-work", "times", 1));
        stage.mall.earn(wang, 5);
        stage.untilShown("douyin", "dy-wang", 15);
        await().atMost(CouponStage.PATIENCE)
                .until(() -> stage.shop(other).path("waiting").asInt() == 0);
        assertThat(stage.shop(other).path("stuck").asInt()).isZero();
    }

    /// From now on a commit that changed such rows fails. Counted in a sequence, which does not go back.
    private void failsAtCommit(String table, String which) {
        database.execute("create sequence public.failed_commits");
        database.execute("create function public.fail_commit() returns trigger language plpgsql as $$ begin"
                + " perform nextval('public.failed_commits'); raise exception 'the node is killed'; end $$");
        database.execute("create constraint trigger fail_commit after insert or update on " + table
                + " deferrable initially deferred for each row when (" + which
                + ") execute function public.fail_commit()");
    }

    private void commitsAgain() {
        database.execute("drop function if exists public.fail_commit() cascade");
        database.execute("drop sequence if exists public.failed_commits");
    }

    private long failures() {
        return database.resultQuery("select last_value from public.failed_commits where is_called")
                .fetchOptional(0, Long.class)
                .orElse(0L);
    }

    private MarketplaceLinkRecord link() {
        return database.selectFrom(MARKETPLACE_LINK)
                .where(MARKETPLACE_LINK.SHOP_ID.eq(Long.parseLong(shop)))
                .fetchSingle();
    }

    private JsonNode told() {
        return market.member("tmall", "li");
    }

    private void untilTold() {
        await().atMost(CouponStage.PATIENCE).until(() -> link().getPushAt() == null);
    }

    private void nothingIsStuck(long points) {
        assertThat(link().getTrouble()).isNull();
        assertThat(link().getPushedPoints()).isEqualTo(points);
        assertThat(stage.shop(shop).path("stuck").asInt()).isZero();
    }
}
