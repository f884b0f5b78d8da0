package io.waterwheel.loyalty.points.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.Text;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Why points were booked, as members and accountants read it.
class ReasonWordsTests {

    private static final Map<String, String> DOUBLED =
            Map.of("order_id", "A1", "base", "60", "multiplier", "2", "because", "银卡");

    @Test
    void theSumOfAnOrderIsShown() {
        assertThat(ReasonWords.of("order", DOUBLED, 120))
                .isEqualTo(new Text("订单 A1：120 = 60 × 2 银卡", "Order A1: 120 = 60 × 2 银卡"));
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

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(ReasonWords.of("order", Map.of(), 5)).isEqualTo(new Text("订单", "Order"));
        assertThat(ReasonWords.of("a-new-reason", Map.of(), 5)).isEqualTo(Text.same("a-new-reason"));
    }
}
