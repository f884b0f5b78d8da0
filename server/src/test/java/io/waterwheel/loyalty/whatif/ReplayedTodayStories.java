package io.waterwheel.loyalty.whatif;

import static io.waterwheel.loyalty.generated.Tables.EARNING;
import static io.waterwheel.loyalty.generated.Tables.MEMBER;
import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.multiply;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static io.waterwheel.loyalty.programme.ProgrammeText.read;
import static io.waterwheel.loyalty.programme.ProgrammeText.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Random members live for a year and a half under a published programme. Replayed under the same programme,
/// each has the tier, and all the points, that production gave them.
@ServerTest
class ReplayedTodayStories {

    private static final int MEMBERS = 25;
    private static final int STEPS = 19;
    private static final Duration STEP = Duration.ofDays(29);
    private static final List<String> RULES = List.of(
            BASE.replace("}}", "},'caps':{'perMonth':3000}}"),
            multiply("silver", "1.5", "{'type':'tier','tiers':['silver','gold']}"),
            rule("welcome", "{'type':'perOrder','points':50}", "'when':[{'type':'firstOrder'}]"),
            rule("come", "{'type':'event','event':{'event':'Checked In'},'points':20}", ""));

    @Autowired
    private EventLog log;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private WhatIfReplays replays;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spend", "orders", "growth"})
    void replayedUnderTodaysProgrammeEverybodyHasWhatProductionGaveThem(String basis) {
        long seed = 20_261_127L + basis.length();
        Random random = new Random(seed);
        String tiers = TIERS.replace("'spend'", "'" + basis + "'");
        if (basis.equals("orders")) {
            tiers = tiers.replace("'threshold':1000", "'threshold':3")
                    .replace("'threshold':5000", "'threshold':8")
                    .replace("{'type':'rolling','months':12}", "{'type':'calendar','firstMonth':4}")
                    .replace("'graceDays':0", "'graceDays':10");
        } else {
            tiers = tiers.replace("'months':12", "'months':6")
                    .replace("'oneStep'", basis.equals("growth") ? "'toReached'" : "'oneStep'");
        }
        Brand brand = brands.chinese();
        Browser operator = browsers.signedIn(Role.OPERATOR);
        String path = "/api/brands/" + brand.key() + "/loyalty/programme";
        operator.put(path, "{\"definition\":" + programme(RULES, tiers) + "}");
        Browser.Answer published = operator.post(path + "/publish", Map.of());
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        live(brand, random);
        compare(brand, read(RULES, tiers), "seed " + seed);
    }

    private void live(Brand brand, Random random) {
        List<String> orders = new ArrayList<>();
        int joined = 0;
        for (int step = 0; step < STEPS; step++) {
            clock.advance(STEP);
            List<NewEvent> events = new ArrayList<>();
            for (int i = 0; i < 5 && joined < MEMBERS; i++) {
                events.add(TestEvents.event(
                        brand, TestEvents.member("M" + joined++), EventNames.MEMBER_JOINED, clock.instant(), "{}"));
            }
            log.append(events);
            settled(brand);
            events.clear();
            for (int i = 0; i < MEMBERS; i++) {
                // Some hardly ever come, others often.
                if (random.nextInt(MEMBERS) < i && i < joined) {
                    String number = brand.key() + "-" + step + "-" + i;
                    int amount = 50 + random.nextInt(1_800);
                    events.add(TestEvents.order(
                            brand, TestEvents.member("M" + i), number, Integer.toString(amount), clock.instant()));
                    orders.add(i + " " + number + " " + amount);
                }
                if (random.nextInt(6) == 0 && i < joined) {
                    events.add(
                            TestEvents.event(brand, TestEvents.member("M" + i), "Checked In", clock.instant(), "{}"));
                }
            }
            log.append(events);
            settled(brand);
            events.clear();
            for (int i = 0; i < 3 && !orders.isEmpty(); i++) {
                String[] order = orders.remove(random.nextInt(orders.size())).split(" ");
                int back = random.nextBoolean()
                        ? Integer.parseInt(order[2])
                        : 1 + random.nextInt(Integer.parseInt(order[2]));
                events.add(TestEvents.refund(
                        brand, TestEvents.member("M" + order[0]), order[1], Integer.toString(back), clock.instant()));
            }
            log.append(events);
            settled(brand);
        }
    }

    /// Everything told so far was judged, and nothing is due.
    private void settled(Brand brand) {
        long end = log.end();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        database.fetchSingle("select position from kernel.consumer_offset where consumer = 'loyalty'")
                                        .get(0, Long.class)
                                >= end);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !database.fetchExists(
                        MEMBER,
                        MEMBER.BRAND_ID
                                .eq(brand.id().value())
                                .and(MEMBER.REVIEW_AT.isNull().or(MEMBER.REVIEW_AT.le(clock.instant())))));
    }

    private void compare(Brand brand, ProgrammeDefinition definition, String seed) {
        assertThat(warehouse.catchUp(Duration.ofSeconds(30))).isTrue();
        Replay.Replayed replayed = replays.replay(
                new WhatIfQuestion(
                        WhatIfWindow.of(brand, clock.instant(), 24),
                        definition,
                        definition,
                        BigDecimal.ONE,
                        BigDecimal.ONE),
                WhatIfReplays.Progress.SILENT);
        Map<Integer, Integer> tiers = new TreeMap<>();
        replayed.movers().each(move -> {
            assertThat(move.from()).isEqualTo(move.to());
            move.customers().forEach((int customer) -> tiers.put(customer, move.from()));
        });
        Map<Integer, Integer> production = new TreeMap<>();
        database.selectFrom(MEMBER)
                .where(MEMBER.BRAND_ID.eq(brand.id().value()))
                .forEach(row -> production.put(
                        row.getCustomerNo(),
                        Objects.requireNonNull(definition.tiers()).index(row.getTier())));
        assertThat(production).hasSize(MEMBERS);
        assertThat(production.values().stream().distinct())
                .as("a world in which something happens")
                .hasSize(3);
        assertThat(tiers).as(seed).isEqualTo(production);
        replayed.answer().today().rules().forEach(rule -> {
            assertThat(rule.given()).as(seed + " " + rule.id()).isEqualTo(points(brand, rule.id(), false));
            assertThat(rule.takenBack()).as(seed + " " + rule.id()).isEqualTo(points(brand, rule.id(), true));
        });
    }

    private long points(Brand brand, String rule, boolean takenBack) {
        return database.select(DSL.coalesce(DSL.sum(EARNING.POINTS), BigDecimal.ZERO))
                .from(EARNING)
                .where(EARNING.BRAND_ID.eq(brand.id().value()))
                .and(EARNING.RULE.eq(rule))
                .and(takenBack ? EARNING.EARNED_KEY.isNotNull() : EARNING.EARNED_KEY.isNull())
                .fetchSingle()
                .value1()
                .longValue();
    }
}
