package io.waterwheel.intake.platform;

import static io.waterwheel.intake.platform.Readings.line;
import static io.waterwheel.intake.platform.Readings.news;
import static io.waterwheel.intake.platform.Readings.push;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.intake.collect.RefusalReason;
import io.waterwheel.intake.connector.OrderContent;
import io.waterwheel.intake.connector.OrderNews;
import io.waterwheel.intake.connector.OrderStep;
import io.waterwheel.intake.connector.PlatformReading;
import io.waterwheel.intake.connector.PushRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TmallConnectorTests {

    private static final String TID = "2026030100001";

    private final TmallConnector tmall = new TmallConnector();

    @Test
    void aPaidTradeIsReadFieldByField() {
        OrderNews news =
                news(tmall, Samples.tmallTrade(TID, "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "138****5678"));
        OrderContent content = new OrderContent(
                new BigDecimal("178.00"),
                new BigDecimal("10.00"),
                new BigDecimal("32.00"),
                "茶水旗舰店",
                "浙江省",
                "杭州市",
                List.of(
                        line("TEA-100", "4400001", "龙井 100g", "50.00", "3", "126.00"),
                        line("CUP-1", "611000002", "玻璃杯", "50.00", "1", "42.00")));
        assertThat(news.number()).isEqualTo(TID);
        assertThat(news.buyer().buyerId()).isEqualTo("AAHq0T_SampleOpenUid01");
        assertThat(news.buyer().phone()).isEqualTo("138****5678");
        // Shanghai's clock, eight hours ahead.
        assertThat(news.steps())
                .containsExactly(
                        new OrderStep.Placed(Instant.parse("2026-03-01T01:00:00Z"), content),
                        new OrderStep.Paid(Instant.parse("2026-03-01T01:05:30Z"), content));
    }

    @Test
    void everyLaterVersionTellsAllThatHappened() {
        assertThat(news(tmall, Samples.tmallTrade(TID, "TRADE_FINISHED", Samples.TMALL_FINISHED, ""))
                        .steps())
                .extracting(step -> step.getClass().getSimpleName(), OrderStep::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Placed", Instant.parse("2026-03-01T01:00:00Z")),
                        org.assertj.core.groups.Tuple.tuple("Paid", Instant.parse("2026-03-01T01:05:30Z")),
                        org.assertj.core.groups.Tuple.tuple("Shipped", Instant.parse("2026-03-02T06:00:00Z")),
                        org.assertj.core.groups.Tuple.tuple("Received", Instant.parse("2026-03-09T12:00:00Z")));
    }

    @Test
    void aPartlyShippedTradeIsNotShipped() {
        assertThat(news(tmall, Samples.tmallTrade(TID, "SELLER_CONSIGNED_PART", Samples.TMALL_SHIPPED, ""))
                        .steps())
                .noneMatch(step -> step instanceof OrderStep.Shipped);
    }

    @Test
    void anUnpaidTradeThatIsClosedCountsForNothing() {
        String times = "\"created\":\"2026-03-01 09:00:00\",\"end_time\":\"2026-03-02 09:00:00\",";
        assertThat(news(tmall, Samples.tmallTrade(TID, "TRADE_CLOSED_BY_TAOBAO", times, ""))
                        .steps())
                .extracting(step -> step.getClass().getSimpleName())
                .containsExactly("Placed", "Cancelled");
    }

    @Test
    void aRefundMessageSaysHowMuchOfWhichOrder() {
        OrderNews news = news(tmall, Samples.tmallRefundSuccess(TID, "88001", "42.00", "2026-03-03 10:00:00"));
        assertThat(news.number()).isEqualTo(TID);
        assertThat(news.buyer()).isNull();
        assertThat(news.steps())
                .containsExactly(new OrderStep.Refunded(
                        Instant.parse("2026-03-03T02:00:00Z"), "88001", new BigDecimal("42.00"), null));
    }

    @Test
    void aRefundThatIsNotOverIsNone() {
        assertThat(
                        tmall.read(
                                PushRequest.json(
                                        "{\"refund\":{\"tid\":1,\"refund_id\":2,\"refund_fee\":\"1.00\",\"status\":\"WAIT_SELLER_AGREE\"}}")))
                .isInstanceOf(PlatformReading.Irrelevant.class);
    }

    @Test
    void messagesThatOnlyNameTheTradeWaitForIt() {
        assertThat(news(tmall, Samples.tmallNotice("taobao_trade_TradeBuyerPay", TID, "2026-03-01 09:05:31")))
                .isEqualTo(new OrderNews(TID, null, List.of()));
        assertThat(news(tmall, Samples.tmallNotice("taobao_trade_TradeSellerShip", TID, "2026-03-02 14:00:00"))
                        .steps())
                .containsExactly(new OrderStep.Shipped(Instant.parse("2026-03-02T06:00:00Z"), null));
        assertThat(tmall.read(PushRequest.json(
                        Samples.tmallNotice("taobao_trade_TradeMemoModified", TID, "2026-03-02 14:00:00"))))
                .isEqualTo(new PlatformReading.Irrelevant("taobao_trade_TradeMemoModified"));
    }

    @Test
    void whatIsMissingIsNamed() {
        String without = Samples.tmallTrade(TID, "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "")
                .replace("\"payment\":\"178.00\",", "");
        assertThat(tmall.read(PushRequest.json(without)))
                .isEqualTo(new PlatformReading.Unreadable(
                        RefusalReason.FIELD_MISSING, "trade_fullinfo_get_response/trade/payment"));
        assertThat(tmall.read(PushRequest.json(
                        "{\"trade\":{\"tid\":1,\"status\":\"X\",\"payment\":\"1\",\"created\":\"gestern\"}}")))
                .isEqualTo(new PlatformReading.Unreadable(RefusalReason.TIME_UNREADABLE, "trade/created"));
        assertThat(tmall.read(PushRequest.json("{\"topic\":\"taobao_trade_TradeSuccess\",\"content\":\"{no json\"}")))
                .isEqualTo(new PlatformReading.Unreadable(RefusalReason.JSON_MALFORMED, ""));
    }

    @Test
    void aPushIsSignedOverItsParametersAndItsBody() {
        byte[] body = "{\"trade\":{}}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        // md5("secret" + "app_key12" + "timestamp2026-03-01 09:00:00" + body + "secret")
        Map<String, String> query =
                Map.of("app_key", "12", "timestamp", "2026-03-01 09:00:00", "sign", "76E750894FAC8A8D9026EFD3C3C16262");
        assertThat(tmall.genuine(push(Map.of("content-type", "application/json"), query, body), "secret"))
                .isTrue();
        assertThat(tmall.genuine(push(Map.of(), query, body), "another")).isFalse();
        assertThat(tmall.genuine(push(Map.of(), query, "{\"trade\":{ }}".getBytes()), "secret"))
                .isFalse();
        assertThat(tmall.genuine(push(Map.of(), Map.of("app_key", "12"), body), "secret"))
                .isFalse();
    }
}
