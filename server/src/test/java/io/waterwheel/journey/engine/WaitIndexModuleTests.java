package io.waterwheel.journey.engine;

import static io.waterwheel.journey.JourneyStage.DAY;
import static io.waterwheel.journey.JourneyStage.definition;
import static io.waterwheel.journey.JourneyStage.end;
import static io.waterwheel.journey.JourneyStage.node;
import static io.waterwheel.journey.JourneyStage.onEvent;
import static io.waterwheel.journey.JourneyStage.until;
import static io.waterwheel.journey.generated.Tables.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.journey.AskedMessages;
import io.waterwheel.journey.JourneyStage;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.Outreach;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@ServerTest
class WaitIndexModuleTests {

    private static final int OTHERS = 20_000;

    @Autowired
    private JourneyEvents events;

    @Autowired
    private EventLog log;

    @Autowired
    private DSLContext database;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private AskedMessages messages;

    @Autowired
    private Outreach outreach;

    /// How often the two tables were read from end to end, and how many of their rows were fetched by index.
    private record Read(long scans, long fetched) {}

    @Test
    void anEventFindsWhoWaitsForItWithoutLookingAtTheOthers() {
        JourneyStage stage = new JourneyStage(brands, browsers, log, clock, messages, outreach);
        long journey = Long.parseLong(stage.live(
                "等待索引",
                definition(
                        onEvent("Cart Updated"),
                        "",
                        node("a", until("Order Paid"), "{'happened':'b','timeout':'z'}"),
                        node("b", DAY, "{'next':'z'}"),
                        end("z"))));
        CustomerNo lin = stage.happens("M1", "Cart Updated");
        stage.untilAt(lin, "a");
        transactions.executeWithoutResult(status -> {
            others(stage, journey);
            Read before = read();
            events.consume(database, List.of(paid(stage, lin)));
            Read after = read();
            assertThat(database.select(RUN.NODE)
                            .from(RUN)
                            .where(RUN.JOURNEY_ID.eq(journey))
                            .and(RUN.CUSTOMER_NO.eq(lin.value()))
                            .fetchOne(RUN.NODE))
                    .isEqualTo("b");
            assertThat(after.scans).as("no table is read from end to end").isEqualTo(before.scans);
            assertThat(after.fetched - before.fetched)
                    .as("rows read of %d", OTHERS)
                    .isBetween(1L, 20L);
            status.setRollbackOnly();
        });
    }

    /// They all wait for the same in the same journey; gone with the transaction.
    private void others(JourneyStage stage, long journey) {
        short brand = stage.brand.id().value();
        database.execute("""
                with entered as (
                    insert into journey.run (brand_id, journey_id, version, customer_no, entry_key, occasion, node,
                        state, waiting, due_at, held_millis, passed, control, context, entered_at, moved_at)
                    select %1$d, %2$d, 1, 100000000 + n, '', 'other', 'a', 'waiting', 'event',
                        now() + interval '3 days', 0, 0, false, '{}', now(), now()
                    from generate_series(1, %3$d) n
                    returning id, customer_no)
                insert into journey.run_wait (run_id, kind, event, brand_id, customer_no)
                select id, 'node', 'Order Paid', %1$d, customer_no from entered""".formatted(brand, journey, OTHERS));
        database.execute("analyze journey.run");
        database.execute("analyze journey.run_wait");
    }

    private LoggedEvent paid(JourneyStage stage, CustomerNo customer) {
        return new LoggedEvent(
                log.end() + 1,
                stage.brand.id(),
                customer,
                customer,
                "Order Paid",
                clock.instant(),
                clock.instant(),
                "test",
                "paid",
                Set.of(),
                "{}");
    }

    private Read read() {
        return database.resultQuery("""
                select sum(seq_scan), sum(idx_tup_fetch) from pg_stat_xact_user_tables
                where schemaname = 'journey' and relname in ('run', 'run_wait')""").fetchSingle(row -> new Read(row.get(0, Long.class), row.get(1, Long.class)));
    }
}
