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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DouyinConnectorTests {

    private static final String ID = "6917533224570258991";

    private final DouyinConnector douyin = new DouyinConnector();

    @Test
    void aPaidOrderIsReadFieldByField() {
        OrderNews news = news(douyin, Samples.douyinOrder(ID, "2", Samples.DOUYIN_PAID));
        OrderContent content = new OrderContent(
                new BigDecimal("190.50"),
                new BigDecimal("5.50"),
                new BigDecimal("15.00"),
                "茶水官方店",
                "广东省",
                "深圳市",
                List.of(
                        line("TEA-100", "1700001", "龙井 100g", "50.00", "3", "135.00"),
                        line("3500000002", "1700002", "玻璃杯", "50.00", "1", "50.00")));
        assertThat(news.number()).isEqualTo(ID);
        assertThat(news.buyer().buyerId()).isEqualTo("1@#SampleDoudianOpenId0001==");
        assertThat(news.buyer().phone()).isNull();
        assertThat(news.steps())
                .containsExactly(
                        new OrderStep.Placed(Instant.ofEpochSecond(1772330400), content),
                        new OrderStep.Paid(Instant.ofEpochSecond(1772330460), content));
    }

    @Test
    void aFinishedOrderTellsAllThatHappened() {
        assertThat(news(douyin, Samples.douyinOrder(ID, "5", Samples.DOUYIN_FINISHED))
                        .steps())
                .contains(
                        new OrderStep.Shipped(Instant.ofEpochSecond(1772416800), null),
                        new OrderStep.Received(Instant.ofEpochSecond(1773021600)));
    }

    @Test
    void messagesTellTheirStepByTag() {
        assertThat(news(douyin, Samples.douyinMessage("101", "{\"p_id\":" + ID + ",\"pay_amount\":19050}")))
                .isEqualTo(new OrderNews(ID, null, List.of()));
        assertThat(news(douyin, Samples.douyinMessage("102", "{\"p_id\":" + ID + ",\"update_time\":1772416800}"))
                        .steps())
                .containsExactly(new OrderStep.Shipped(Instant.ofEpochSecond(1772416800), null));
        assertThat(news(
                                douyin,
                                Samples.douyinMessage(
                                        "206",
                                        "{\"p_id\":" + ID + ",\"s_id\":1,\"aftersale_id\":7000893114000949517,"
                                                + "\"refund_amount\":5000,\"success_time\":1772500000}"))
                        .steps())
                .containsExactly(new OrderStep.Refunded(
                        Instant.ofEpochSecond(1772500000), "7000893114000949517", new BigDecimal("50.00"), null));
        assertThat(douyin.read(PushRequest.json(Samples.douyinMessage("200", "{\"p_id\":1}"))))
                .isEqualTo(new PlatformReading.Irrelevant("tag 200"));
    }

    @Test
    void aPushIsAListOfWhichTheTrialIsLeftOut() {
        String body = "[{\"tag\":\"0\",\"msg_id\":\"0\",\"data\":\"2026-03-01\"},{\"tag\":\"101\",\"data\":\"{}\"}]";
        assertThat(douyin.messages(push(Map.of(), Map.of(), body.getBytes())))
                .extracting(message -> message.path("tag").asString())
                .containsExactly("101");
    }

    @Test
    void aPushIsSignedInItsHeader() {
        byte[] body = "[{\"tag\":\"0\"}]".getBytes();
        // md5("7000000000" + body + "samplesecret")
        Map<String, String> headers = Map.of("app-id", "7000000000", "event-sign", "9f738bf3f612f06244a3cc442e8a5b6c");
        assertThat(douyin.genuine(push(headers, Map.of(), body), "samplesecret"))
                .isTrue();
        assertThat(douyin.genuine(push(headers, Map.of(), body), "another")).isFalse();
        assertThat(douyin.genuine(
                        push(Map.of("event-sign", "9f738bf3f612f06244a3cc442e8a5b6c"), Map.of(), body), "samplesecret"))
                .isFalse();
    }
}
