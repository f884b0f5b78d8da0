package io.waterwheel.loyalty.points.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.Text;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How a statement explains its lines.
class ReasonWordsTests {

    private static final Map<String, String> DOUBLED =
            Map.of("order_id", "A1", "base", "60", "multiplier", "2", "because", "银卡");

    @Test
    void anOrderIsExplainedByItsSumInEachLanguagesOwnMarks() {
        assertThat(ReasonWords.of(
                        "order",
                        Map.of(
                                "order_id", "A100",
                                "amount", "60.00",
                                "rule", "消费积分",
                                "points", "120",
                                "base", "60",
                                "multiplier", "2",
                                "because", "银卡"),
                        120))
                .isEqualTo(new Text("订单 A100：120 = 60 × 2 银卡", "Order A100: 120 = 60 × 2 银卡"));
        assertThat(ReasonWords.of("order", Map.of("order_id", "A100", "points", "60"), 60))
                .isEqualTo(new Text("订单 A100", "Order A100"));
    }

    @Test
    void aRefundSaysOfWhichOrder() {
        assertThat(ReasonWords.of("refund", Map.of("order_id", "A100", "refund", "R1"), 60))
                .isEqualTo(new Text("订单 A100 退款", "Refund of order A100"));
    }

    @Test
    void whatPeopleDidIsSaidInTheirWords() {
        assertThat(ReasonWords.of("grant", Map.of("note", "上次少算了 $1 {note}"), 5))
                .isEqualTo(new Text("人工补发：上次少算了 $1 {note}", "Granted by a person: 上次少算了 $1 {note}"));
    }

    @Test
    void whatWasEmptiedBecauseAPersonWasForgottenLeavesNoHoles() {
        assertThat(ReasonWords.of("grant", Map.of(), 5)).isEqualTo(new Text("人工补发", "Granted by a person"));
        assertThat(ReasonWords.of("order", Map.of(), 5)).isEqualTo(new Text("订单", "Order"));
        assertThat(ReasonWords.of("refund", Map.of(), 5)).isEqualTo(new Text("订单 退款", "Refund of order"));
        assertThat(ReasonWords.of("till", Map.of(), 5)).isEqualTo(new Text("门店抵扣", "Paid at the till"));
    }

    @Test
    void aReasonThatHasNoWordsIsShownByItsCode() {
        assertThat(ReasonWords.of("moon-festival", Map.of(), 5)).isEqualTo(Text.same("moon-festival"));
    }

    @Test
    void whatACapCutIsNoFalseSum() {
        Map<String, String> cut = new HashMap<>(DOUBLED);
        cut.put("full", "120");
        assertThat(ReasonWords.of("order", cut, 80))
                .isEqualTo(new Text("订单 A1：120 = 60 × 2 银卡，按上限给 80", "Order A1: 120 = 60 × 2 银卡, capped at 80"));
        assertThat(ReasonWords.of("event", Map.of("rule", "写评价", "full", "50"), 20))
                .isEqualTo(new Text("写评价：50，按上限给 20", "写评价: 50, capped at 20"));
    }

    @Test
    void aProductThatWasRoundedIsNotCalledEqual() {
        assertThat(ReasonWords.of(
                        "order", Map.of("order_id", "A2", "base", "33", "multiplier", "1.5", "because", "会员日"), 49))
                .isEqualTo(new Text("订单 A2：49 ≈ 33 × 1.5 会员日", "Order A2: 49 ≈ 33 × 1.5 会员日"));
    }
}
