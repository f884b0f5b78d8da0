package io.waterwheel.loyalty.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CardNumberTests {

    @Test
    void aMistypedDigitIsNoticed() {
        String card = CardNumber.of(BrandId.of(7), new CustomerNo(1)).value();
        assertThat(card).hasSize(16).startsWith("00007");
        for (int place = 0; place < card.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String typed = card.substring(0, place) + digit + card.substring(place + 1);
                assertThat(CardNumber.is(typed)).isEqualTo(typed.equals(card));
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new CardNumber("1234"));
    }

    /// 7992739871-3, the example of ISO/IEC 7812-1's annex as it is commonly printed.
    @Test
    void theCheckDigitIsLuhns() {
        assertThat(CardNumber.is("0000079927398713")).isTrue();
        assertThat(CardNumber.is("0000079927398710")).isFalse();
    }

    @Test
    void noTwoMembersHaveOneNumber() {
        Set<String> cards = new HashSet<>();
        for (int customer = 1; customer <= 50_000; customer++) {
            cards.add(CardNumber.of(BrandId.of(1), new CustomerNo(customer)).value());
        }
        cards.add(
                CardNumber.of(BrandId.of(1), new CustomerNo(Integer.MAX_VALUE)).value());
        assertThat(cards).hasSize(50_001);
    }
}
