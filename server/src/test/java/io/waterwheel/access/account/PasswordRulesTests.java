package io.waterwheel.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();

    @Test
    void aLongUnusualPasswordIsAllowed() {
        for (String password : List.of("water turns the wheel", "水轮转起来了今年冬天", "k7#Qm2!xZp", "correct horse battery")) {
            assertThat(rules.allow(password, "lin.mei")).as(password).isTrue();
        }
    }

    @Test
    void tenCharactersAreNeededHoweverManyBytesTheyTake() {
        assertThat(rules.allow("k7#Qm2!xZ", "lin.mei")).isFalse();
        assertThat(rules.allow("水轮转起来了今年冬", "lin.mei")).isFalse();
        assertThat(rules.allow("😀🎉🚀🌊💧🛞⛲🌈🎡", "lin.mei")).as("nine emoji").isFalse();
    }

    @Test
    void moreThanBCryptReadsIsRefusedInsteadOfCutOff() {
        String longest = "abcdefgh12".repeat(7) + "xy";
        assertThat(longest).hasSize(72);
        assertThat(rules.allow(longest, "lin.mei")).isTrue();
        assertThat(rules.allow(longest + "z", "lin.mei")).isFalse();
        assertThat(rules.allow("水".repeat(10) + "轮转起来了今年冬天好吗请慢慢", "lin.mei"))
                .as("72 bytes")
                .isTrue();
        assertThat(rules.allow("水".repeat(10) + "轮转起来了今年冬天好吗请慢慢来", "lin.mei"))
                .as("75 bytes")
                .isFalse();
    }

    @Test
    void theUserNameIsNoPassword() {
        assertThat(rules.allow("lin.mei.shanghai", "lin.mei.shanghai")).isFalse();
        assertThat(rules.allow("Lin.Mei.Shanghai", "lin.mei.shanghai")).isFalse();
    }

    @Test
    void whatEveryoneTriesFirstIsRefusedInAnyCase() {
        for (String password : List.of("password123", "PassWord123", "woaini1314", "1qaz2wsx3edc", "Admin@12345")) {
            assertThat(rules.allow(password, "lin.mei")).as(password).isFalse();
        }
    }

    @Test
    void runsAndRepetitionsAreRefused() {
        for (String password : List.of(
                "aaaaaaaaaaaa",
                "ababababab",
                "          ",
                "abcdefghijkl",
                "lkjihgfedcba",
                "345678901234",
                "210987654321")) {
            assertThat(rules.allow(password, "lin.mei")).as(password).isFalse();
        }
    }

    @Test
    void anIssuedPasswordWouldBeAllowedAndNeverRepeats() {
        assertThat(rules.allow(OneTimePassword.make(), "lin.mei")).isTrue();
        assertThat(OneTimePassword.make()).isNotEqualTo(OneTimePassword.make()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
    }
}
