package io.waterwheel.loyalty.whatif;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.multiply;
import static io.waterwheel.loyalty.programme.ProgrammeText.read;
import static io.waterwheel.loyalty.programme.ProgrammeText.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.ProgrammeProblem;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.whatif.WhatIfAnswer.WhatIfMove;
import io.waterwheel.loyalty.whatif.WhatIfAnswer.WhatIfTier;
import io.waterwheel.segment.WarehouseFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a replay makes of a past, on the real engine; the money of programmes in yuan, that of orders in fen.
class ReplayTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = at("2026-06-15T12:00");
    private static final Instant BEFORE = at("2025-01-01T12:00");

    private final Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
    private final WarehouseFixture warehouse = new WarehouseFixture();
    private int months = 6;

    @AfterEach
    void close() throws Exception {
        warehouse.close();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private ReplayTests joins(int customer, Instant at) {
        warehouse.relation(brand, customer, at, at, true, false);
        return this;
    }

    private WhatIfAnswer ask(ProgrammeDefinition today, ProgrammeDefinition draft) {
        WhatIfWindow window = WhatIfWindow.of(brand, NOW, months);
        WhatIfQuestion question =
                new WhatIfQuestion(window, today, draft, new BigDecimal("0.4"), new BigDecimal("0.01"));
        return WhatIfReplays.standalone(warehouse).answer(question, WhatIfReplays.Progress.SILENT);
    }

    private static List<Long> members(List<WhatIfTier> tiers) {
        return tiers.stream().map(WhatIfTier::members).toList();
    }

    private static long given(WhatIfAnswer answer, int rule) {
        return answer.draft().rules().get(rule).given();
    }

    @Test
    void whoHasEnoughUnderALowerThresholdMovesAndItIsSaidWhatThatCosts() {
        joins(1, BEFORE).joins(2, BEFORE).joins(3, at("2026-05-20T09:00"));
        warehouse
                .order(brand, 1, at("2026-03-10T10:00"), 600_000)
                .order(brand, 2, at("2026-03-10T10:00"), 450_000)
                .order(brand, 3, at("2026-05-20T10:00"), 20_000);
        WhatIfAnswer answer = ask(
                read(List.of(BASE), TIERS), read(List.of(BASE), TIERS.replace("'threshold':5000", "'threshold':4000")));
        assertThat(members(answer.today().tiers())).containsExactly(1L, 1L, 1L);
        assertThat(members(answer.draft().tiers())).containsExactly(1L, 0L, 2L);
        assertThat(answer.moves())
                .containsExactly(
                        new WhatIfMove("member", "member", WhatIfWay.SAME, 1),
                        new WhatIfMove("silver", "gold", WhatIfWay.UP, 1),
                        new WhatIfMove("gold", "gold", WhatIfWay.SAME, 1));
        assertThat(answer.months()).hasSize(6).startsWith(LocalDate.of(2026, 1, 1));
        assertThat(answer.today().tiers().getFirst().byMonth()).containsExactly(2L, 2L, 0L, 0L, 1L, 1L);
        assertThat(answer.draft().tiers().getLast().byMonth()).containsExactly(0L, 0L, 2L, 2L, 2L, 2L);
        // Gold costs 60 a year, silver 5 a month: the same for the one who moves.
        assertThat(answer.draft().benefitsCost()).isEqualTo(8 * 500);
        assertThat(answer.breakEven().extraCost()).isZero();
        assertThat(answer.netSales()).isEqualTo(1_070_000);
        assertThat(answer.today().points()).isEqualTo(10_700);
        assertThat(answer.today().pointsCost()).isEqualTo(10_700);
    }

    @Test
    void whatADraftCostsMoreMustBeSoldOnTopDividedByTheMargin() {
        joins(1, BEFORE);
        warehouse.order(brand, 1, at("2026-03-10T10:00"), 100_000);
        WhatIfAnswer answer = ask(read(List.of(BASE), TIERS), read(List.of(BASE, multiply("twice", "2", "")), TIERS));
        assertThat(answer.breakEven().extraCost()).isEqualTo(1_000);
        assertThat(answer.breakEven().sales()).isEqualTo(2_500);
        assertThat(answer.breakEven().shareOfSales()).isEqualTo(0.025);
        assertThat(answer.breakEven().salesPerRiser()).isNull();
    }

    @Test
    void refundsTakeBackWhatTheirOrdersBroughtAlsoWhenTheyComeFirst() {
        joins(1, BEFORE);
        warehouse.order(brand, 1, at("2026-03-10T10:00"), 20_000);
        long first = warehouse.lastPurchase();
        warehouse
                .refundOf(brand, 1, at("2026-04-10T10:00"), 5_000, first)
                .refundOf(brand, 1, at("2026-04-11T10:00"), 15_000, first);
        warehouse.order(brand, 1, at("2026-05-10T10:00"), 30_000);
        warehouse.refundOf(brand, 1, at("2026-05-09T10:00"), 10_000, warehouse.lastPurchase());
        WhatIfAnswer answer = ask(read(List.of(BASE)), read(List.of(BASE)));
        assertThat(answer.draft().pointsByMonth()).containsExactly(0L, 0L, 200L, -200L, 200L, 0L);
        assertThat(answer.draft().rules().getFirst().takenBack()).isEqualTo(300);
        assertThat(answer.netSales()).isEqualTo(20_000);
        assertThat(answer.moves()).containsExactly(new WhatIfMove(null, null, WhatIfWay.SAME, 1));
    }

    @Test
    void linesChannelsAndStoresCountAsTheRulesAsk() {
        joins(1, BEFORE);
        warehouse
                .order(
                        brand,
                        1,
                        at("2026-03-10T10:00"),
                        10_000,
                        "S1",
                        "Tmall",
                        List.of(line("tea", "drink", 4_000), line("cup", "ware", 6_000)))
                .order(brand, 1, at("2026-03-10T10:00"), 10_000, "S2", "shop", List.of(line("tea", "drink", 10_000)));
        WhatIfAnswer answer = ask(
                read(List.of(BASE)),
                read(List.of(
                        rule("tea", "{'type':'perAmount','points':1,'amount':1}", sold("category", "DRINK")),
                        rule("online", "{'type':'perAmount','points':1,'amount':1}", sold("channel", "tmall")),
                        rule("s2", "{'type':'perOrder','points':7}", sold("store", "s2")),
                        rule("cups", "{'type':'perOrder','points':3}", sold("product", "cup")))));
        assertThat(List.of(given(answer, 0), given(answer, 1), given(answer, 2), given(answer, 3)))
                .containsExactly(140L, 100L, 7L, 3L);
    }

    private static String sold(String fact, String value) {
        return "'when':[{'type':'sold','fact':'" + fact + "','values':['" + value + "']}]";
    }

    private static WarehouseFixture.SoldLine line(String product, String category, long amount) {
        return new WarehouseFixture.SoldLine(product, category, BigDecimal.ONE, amount);
    }

    @Test
    void firstOrdersBirthdaysAndEventsAreKnownFromThePast() {
        joins(1, BEFORE).joins(2, BEFORE);
        warehouse
                .customer(1, null, LocalDate.of(1990, 3, 8), null, null, Map.of())
                .order(brand, 1, at("2026-03-10T10:00"), 10_000)
                .order(brand, 2, at("2024-03-10T10:00"), 10_000)
                .order(brand, 2, at("2026-03-10T10:00"), 10_000)
                .event(brand, 1, "Checked In", at("2026-04-01T10:00"), Map.of("store", List.of("S1")))
                .event(brand, 1, "Checked In", at("2026-04-02T10:00"), Map.of("store", List.of("S2")))
                .event(brand, 2, "Checked In", at("2025-04-02T10:00"), Map.of("store", List.of("S1")));
        WhatIfAnswer answer = ask(
                read(List.of(BASE)),
                read(List.of(
                        rule("first", "{'type':'perOrder','points':10}", "'when':[{'type':'firstOrder'}]"),
                        rule("born", "{'type':'perOrder','points':5}", "'when':[{'type':'birthday','span':'month'}]"),
                        rule(
                                "here",
                                "{'type':'event','event':{'event':'Checked In','where':[{'property':'store','operator':'is','values':['s1']}]},'points':2}",
                                ""),
                        rule("any", "{'type':'event','event':{'event':'Checked In'},'points':1}", ""))));
        assertThat(List.of(given(answer, 0), given(answer, 1), given(answer, 2), given(answer, 3)))
                .containsExactly(10L, 5L, 2L, 2L);
    }

    @Test
    void aBudgetIsUsedUpOnce() {
        for (int customer = 1; customer <= 50; customer++) {
            joins(customer, BEFORE);
            warehouse.order(brand, customer, at("2026-03-10T10:00"), 10_000);
        }
        WhatIfAnswer answer = ask(read(List.of(BASE)), read(List.of(BASE.replace("}}", "},'caps':{'budget':1234}}"))));
        assertThat(answer.today().points()).isEqualTo(5_000);
        assertThat(answer.draft().points()).isEqualTo(1_234);
    }

    @Test
    void whatWasBoughtBeforeTheMonthsCountsForTiersAndBringsNoPoints() {
        months = 1;
        joins(1, BEFORE);
        warehouse.order(brand, 1, at("2026-03-10T10:00"), 600_000).order(brand, 9, at("2026-06-10T10:00"), 600_000);
        WhatIfAnswer answer = ask(read(List.of(BASE), TIERS), read(List.of(BASE), TIERS));
        assertThat(members(answer.today().tiers())).containsExactly(0L, 0L, 1L);
        assertThat(answer.today().points()).isZero();
        assertThat(answer.members()).isEqualTo(1);
        assertThat(answer.netSales()).isZero();
        assertThat(answer.shortPast()).isTrue();
        assertThat(answer.breakEven().shareOfSales()).isNull();
    }

    @Test
    void monthsInWhichMembersBoughtNothingAreRefused() {
        joins(1, BEFORE);
        warehouse.order(brand, 9, at("2026-06-10T10:00"), 600_000).order(brand, 1, at("2025-06-10T10:00"), 600_000);
        assertThatThrownBy(() -> WhatIfReplays.standalone(warehouse).check(WhatIfWindow.of(brand, NOW, months)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProgrammeProblem.WHAT_IF_NO_HISTORY));
    }
}
