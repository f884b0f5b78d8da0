package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.PointsCommand.Payee;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Commands that are booked in one transaction find what the ones before them left.
@ServerTest
class OneBatchStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    private PointsStage stage;
    private CustomerNo lin;

    @BeforeEach
    void aMemberWithManyLots() {
        stage = new PointsStage(brands.chinese(), browsers, ledger, log, clock);
        lin = stage.member("lin");
        Instant end = clock.instant().plus(Duration.ofDays(100));
        stage.earn(lin, "big", 100, null, end);
        for (int i = 1; i <= 20; i++) {
            stage.earn(lin, "small" + i, 1, null, end.plus(Duration.ofDays(i)));
        }
        stage.earn(lin, "last", 100, null, end.plus(Duration.ofDays(50)));
    }

    @AfterEach
    void theLedgerAddsUp() {
        stage.addsUp();
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource(DebtRule.class)
    void whatARefundTookIsMadeUpForByLotsFurtherBehind(DebtRule rule) {
        List<Booking> booked = ledger.book(List.of(
                new PointsCommand.TakeBack(stage.occasion(lin, "refund"), "big", new Points(100), rule),
                new PointsCommand.Spend(stage.occasion(lin, "cup"), new Points(105), Payee.MALL)));
        assertThat(booked.getLast()).isInstanceOf(Booking.Booked.class);
        assertThat(stage.has(lin)).containsExactly(15L, 0L, 0L, 0L);
    }

    @Test
    void whoHasTooFewAfterARefundIsToldHowManyThereAre() {
        List<Booking> booked = ledger.book(List.of(
                new PointsCommand.TakeBack(stage.occasion(lin, "refund"), "big", new Points(100), DebtRule.DEBT),
                new PointsCommand.Spend(stage.occasion(lin, "cup"), new Points(121), Payee.MALL)));
        assertThat(booked.getLast()).isEqualTo(new Booking.Insufficient(new Points(120)));
    }
}
