package io.waterwheel.touch.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.touch.Charged;
import io.waterwheel.touch.Cost;
import io.waterwheel.touch.TextLimit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTextTests {

    private static final SmsWording MARKETING = new SmsWording("【茶水】", "拒收请回复R", new BigDecimal("4.5"));

    @ParameterizedTest
    @CsvSource({"1,1", "70,1", "71,2", "134,2", "135,3", "201,3", "202,4", "500,8"})
    void seventyAreOneAndLongerOnesAreCutAtSixtySeven(int length, int segments) {
        assertThat(SmsSegments.of("茶".repeat(length))).isEqualTo(segments);
        assertThat(SmsSegments.of("a".repeat(length))).isEqualTo(segments);
    }

    @Test
    void anEmojiCountsTwiceAsCarriersSendIt() {
        assertThat(SmsSegments.of("🍵".repeat(35))).isEqualTo(1);
        assertThat(SmsSegments.of("🍵".repeat(36))).isEqualTo(2);
    }

    @Test
    void signatureAndOptOutAreAddedAndCounted() {
        String text = "茶".repeat(60);
        assertThat(MARKETING.whole(text)).isEqualTo("【茶水】" + text + "拒收请回复R");
        assertThat(MARKETING.units(text)).isEqualTo(1);
        assertThat(MARKETING.units(MARKETING.whole(text))).isEqualTo(1);
        assertThat(MARKETING.units(MARKETING.whole(text + "茶"))).isEqualTo(2);
    }

    @Test
    void whatTheTemplateSaysAlreadyIsNotSaidTwice() {
        assertThat(MARKETING.whole("【茶水】您好，拒收请回复R")).isEqualTo("【茶水】您好，拒收请回复R");
    }

    @Test
    void aServiceMessageDoesNotOfferToLeave() {
        SmsWording service = new SmsWording("【茶水】", "", BigDecimal.ONE);
        assertThat(service.whole("您的订单已发货")).isEqualTo("【茶水】您的订单已发货");
    }

    @Test
    void aPriceBelowOneFenAddsUpAndIsRoundedUp() {
        assertThat(Cost.of(Charged.SEGMENT, 3, new BigDecimal("4.5")).total()).isEqualTo(14);
        assertThat(Cost.of(Charged.SEGMENT, 24_000_000, new BigDecimal("4.5")).total())
                .isEqualTo(108_000_000);
        assertThat(Cost.of(Charged.SEGMENT, 0, new BigDecimal("4.5")).total()).isZero();
    }

    @Test
    void lengthIsWhatTheChannelCounts() {
        assertThat(TextLimit.bytes(6).fits("茶水")).isTrue();
        assertThat(TextLimit.bytes(5).fits("茶水")).isFalse();
        assertThat(TextLimit.characters(2).fits("茶🍵")).isTrue();
        assertThat(TextLimit.characters(2).fits("茶水🍵")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"R", "r", " R ", "ＴＤ", "td", "退订", "T.", "退订。", "N"})
    void anAnswerThatTakesConsentBackIsUnderstood(String text) {
        assertThat(SmsReplies.takesConsentBack(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "好的", "怎么退货", "Really?", "T恤还有吗", "RR"})
    void anyOtherAnswerChangesNothing(String text) {
        assertThat(SmsReplies.takesConsentBack(text)).isFalse();
    }

    @Test
    void aCodeOfAProviderBecomesAReasonOfOurs() {
        assertThat(SmsGateway.tidy("isv.BUSINESS_LIMIT_CONTROL")).isEqualTo("isv-business-limit-control");
        assertThat(SmsGateway.tidy("  ")).isEqualTo("refused");
        assertThat(SmsGateway.tidy("x".repeat(90))).hasSize(40);
    }
}
