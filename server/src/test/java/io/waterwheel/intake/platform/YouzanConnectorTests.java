package io.waterwheel.intake.platform;

import static io.waterwheel.intake.platform.Readings.line;
import static io.waterwheel.intake.platform.Readings.news;
import static io.waterwheel.intake.platform.Readings.push;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.intake.connector.OrderContent;
import io.waterwheel.intake.connector.OrderNews;
import io.waterwheel.intake.connector.OrderStep;
import io.waterwheel.intake.connector.PlatformReading;
import io.waterwheel.intake.connector.PushRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YouzanConnectorTests {

    private static final String TID = "E20260220195900000000001";

    private final YouzanConnector youzan = new YouzanConnector();

    @Test
    void aPaidOrderIsReadFieldByField() {
        String order = Samples.youzanOrder(TID, "WAIT_SELLER_SEND_GOODS", Samples.YOUZAN_PAID, "13800000001");
        OrderNews news = news(youzan, Samples.youzanMessage("trade_TradePaid", TID, order));
        OrderContent content = new OrderContent(
                new BigDecimal("98.00"),
                new BigDecimal("8.00"),
                new BigDecimal("10.00"),
                "茶水小程序",
                "四川省",
                "成都市",
                List.of(line("TEA-100", "7001", "龙井 100g", "50.00", "2", "90.00")));
        assertThat(news.number()).isEqualTo(TID);
        assertThat(news.buyer().buyerId()).isEqualTo("lDWySample0001");
        assertThat(news.buyer().phone()).isEqualTo("13800000001");
        assertThat(news.buyer().openid()).isEqualTo("oY0DB6wvFtW40hAL-lIRl4MKXKXE");
        assertThat(news.steps())
                .containsExactly(
                        new OrderStep.Placed(Instant.parse("2026-02-20T11:59:00Z"), content),
                        new OrderStep.Paid(Instant.parse("2026-02-20T12:00:00Z"), content));
        // As youzan.trade.get returns it, without a message around it.
        assertThat(news(youzan, "{\"code\":200,\"data\":" + order + "}")).isEqualTo(news);
    }

    @Test
    void aMessageMayComeInAnyOfItsEncodings() {
        String refund = Samples.youzanRefund(TID, "R1", "30.00");
        OrderStep wanted =
                new OrderStep.Refunded(Instant.parse("2026-02-25T03:00:00Z"), "R1", new BigDecimal("30.00"), "11");
        String base64 = Base64.getEncoder().encodeToString(refund.getBytes(StandardCharsets.UTF_8));
        for (String message : List.of(
                Samples.youzanMessage("trade_refund_RefundSuccess", TID, refund),
                "{\"type\":\"trade_refund_RefundSuccess\",\"msg\":\"" + base64 + "\"}",
                "{\"type\":\"youzan_trade_RefundSuccess\",\"msg\":" + refund + "}")) {
            assertThat(news(youzan, message)).isEqualTo(new OrderNews(TID, null, List.of(wanted)));
        }
    }

    @Test
    void statusMessagesTellTheirStep() {
        String notice = "{\"tid\":\"" + TID + "\",\"update_time\":\"2026-02-21 10:00:00\",\"close_reason\":\"买家取消\"}";
        Instant at = Instant.parse("2026-02-21T02:00:00Z");
        assertThat(news(youzan, Samples.youzanMessage("trade_TradeSellerShip", TID, notice))
                        .steps())
                .containsExactly(new OrderStep.Shipped(at, null));
        assertThat(news(youzan, Samples.youzanMessage("trade_TradeSuccess", TID, notice))
                        .steps())
                .containsExactly(new OrderStep.Received(at));
        assertThat(news(youzan, Samples.youzanMessage("trade_TradeClose", TID, notice))
                        .steps())
                .containsExactly(new OrderStep.Cancelled(at, "买家取消"));
        assertThat(youzan.read(PushRequest.json(Samples.youzanMessage("trade_TradeMemoModified", TID, notice))))
                .isEqualTo(new PlatformReading.Irrelevant("trade_TradeMemoModified"));
    }

    @Test
    void anExchangeGivesNoMoneyBack() {
        String exchange = Samples.youzanRefund(TID, "R1", "0.00").replace("REFUND_ONLY", "EXCHANGE_GOODS_FLOW");
        assertThat(youzan.read(PushRequest.json(Samples.youzanMessage("youzan_trade_RefundSuccess", TID, exchange))))
                .isEqualTo(new PlatformReading.Irrelevant("exchange"));
    }

    @Test
    void aPushIsSignedInItsHeader() {
        byte[] body = "{\"type\":\"trade_TradePaid\"}".getBytes(StandardCharsets.UTF_8);
        // md5("sampleclient" + body + "samplesecret")
        Map<String, String> headers =
                Map.of("client-id", "sampleclient", "event-sign", "667d583da0c93746e237eebd63228728");
        assertThat(youzan.genuine(push(headers, Map.of(), body), "samplesecret"))
                .isTrue();
        assertThat(youzan.genuine(push(headers, Map.of(), body), "another")).isFalse();
        assertThat(youzan.genuine(push(headers, Map.of(), "{}".getBytes()), "samplesecret"))
                .isFalse();
        assertThat(youzan.genuine(push(Map.of(), Map.of(), body), "samplesecret"))
                .isFalse();
        assertThat(youzan.genuine(push(Map.of(), Map.of(), "no json".getBytes()), "samplesecret"))
                .isFalse();
    }

    @Test
    void anOlderPushIsSignedInItsBody() {
        // md5("sampleclient" + "%7B%7D" + "samplesecret")
        String signed =
                "{\"client_id\":\"sampleclient\",\"msg\":\"%7B%7D\",\"sign\":\"de3179fb947396ac35600882482bea4a\"}";
        assertThat(youzan.genuine(push(Map.of(), Map.of(), signed.getBytes()), "samplesecret"))
                .isTrue();
        assertThat(youzan.genuine(push(Map.of(), Map.of(), signed.getBytes()), "another"))
                .isFalse();
        // Without a message there is nothing signed.
        assertThat(youzan.genuine(push(Map.of(), Map.of(), "{\"sign\":\"\"}".getBytes()), ""))
                .isFalse();
    }

    @Test
    void aTestMessageIsOnlyAnswered() {
        assertThat(youzan.messages(push(Map.of(), Map.of(), "{\"test\":true,\"msg\":\"x\"}".getBytes())))
                .isEmpty();
    }
}
