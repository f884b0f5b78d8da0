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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JdConnectorTests {

    private final JdConnector jd = new JdConnector();

    @Test
    void aPaidOrderIsReadFieldByField() {
        OrderNews news = news(jd, Samples.jdOrder("301000001", "WAIT_SELLER_STOCK_OUT", Samples.JD_PAID));
        // 108 paid in all, 102 for goods: 100 to 20 after the tea bags' own coupon.
        OrderContent content = new OrderContent(
                new BigDecimal("108.00"),
                new BigDecimal("6.00"),
                new BigDecimal("28.00"),
                "10001",
                "江苏",
                "南京市",
                List.of(
                        line("TEA-100", "100001", "龙井 100g", "50.00", "2", "85.00"),
                        line("9002", "100002", "茶包", "30.00", "1", "17.00")));
        assertThat(news.number()).isEqualTo("301000001");
        assertThat(news.buyer().buyerId()).isEqualTo("oBuyerSampleJd01");
        assertThat(news.buyer().phone()).isEqualTo("139****2345");
        assertThat(news.steps())
                .containsExactly(
                        new OrderStep.Placed(Instant.parse("2026-03-01T02:00:00Z"), content),
                        new OrderStep.Paid(Instant.parse("2026-03-01T02:01:00Z"), content));
    }

    @Test
    void theLaterStatesAreTold() {
        assertThat(news(jd, Samples.jdOrder("1", "WAIT_GOODS_RECEIVE_CONFIRM", Samples.JD_SHIPPED))
                        .steps())
                .contains(new OrderStep.Shipped(Instant.parse("2026-03-02T00:00:00Z"), null));
        assertThat(news(jd, Samples.jdOrder("1", "FINISHED_L", Samples.JD_FINISHED))
                        .steps())
                .contains(new OrderStep.Received(Instant.parse("2026-03-05T10:00:00Z")));
        assertThat(news(jd, Samples.jdOrder("1", "TRADE_CANCELED", Samples.JD_FINISHED))
                        .steps())
                .contains(new OrderStep.Cancelled(Instant.parse("2026-03-05T10:00:00Z"), null));
    }

    @Test
    void cashOnDeliveryIsPaidWhenItIsReceived() {
        String order = Samples.jdOrder("1", "FINISHED_L", Samples.JD_FINISHED)
                .replace("4-在线支付", "1-货到付款")
                .replace("\"paymentConfirmTime\":\"2026-03-01 10:01:00\",", "");
        assertThat(news(jd, order).steps())
                .filteredOn(OrderStep.Paid.class::isInstance)
                .extracting(OrderStep::at)
                .containsExactly(Instant.parse("2026-03-05T10:00:00Z"));
    }

    @Test
    void aRefundIsFen() {
        assertThat(news(jd, Samples.jdRefund("770001", "301000001", "3")).steps())
                .containsExactly(new OrderStep.Refunded(
                        Instant.parse("2026-03-06T04:30:00Z"), "770001", new BigDecimal("25.50"), "不想要了"));
        assertThat(jd.read(PushRequest.json(Samples.jdRefund("770001", "301000001", "1"))))
                .isEqualTo(new PlatformReading.Irrelevant("refund 1"));
    }

    /// The example of JD's page on signatures (open.jd.com, "API调用", read 2026-11).
    @Test
    void theSignatureIsThatOfJdsOwnExample() {
        Map<String, String> query = new HashMap<>(Map.of(
                "360buy_param_json",
                "{\"end_date\":null,\"optional_fields\":null,\"order_state\":\"WAIT_SELLER_STOCK_OUT\","
                        + "\"page\":\"1\",\"page_size\":\"200\",\"start_date\":null}",
                "access_token",
                "yourtoken",
                "app_key",
                "yourappkey",
                "method",
                "jingdong.pop.order.search",
                "timestamp",
                "2021-05-07 09:20:39.683+0800",
                "v",
                "2.0"));
        query.put("sign", "D70825340F4084360B9362B60DFD7930");
        assertThat(jd.genuine(push(Map.of(), query, new byte[0]), "yourappSecret"))
                .isTrue();
        query.put("page", "2");
        assertThat(jd.genuine(push(Map.of(), query, new byte[0]), "yourappSecret"))
                .isFalse();
    }

    @Test
    void anOrderMayComeInAForm() {
        byte[] form = ("360buy_param_json="
                        + java.net.URLEncoder.encode("{\"orderId\":\"1\"}", java.nio.charset.StandardCharsets.UTF_8))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        PushRequest push =
                push(Map.of("content-type", "application/x-www-form-urlencoded;charset=UTF-8"), Map.of(), form);
        assertThat(jd.messages(push)).containsExactly(PushRequest.json("{\"orderId\":\"1\"}"));
    }
}
