package io.waterwheel.loyalty.coupon.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.coupon.code.CouponCodes.Reading;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CouponCodesTests {

    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");

    private final CouponCodes codes = new CouponCodes(new HashVault("ours"));

    /// A vault that blinds with a hash of a word.
    private record HashVault(String word) implements Vault {

        @Override
        public String seal(String plain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String open(String sealed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] blind(String scope, String plain) {
            return Arrays.copyOf(Sha256.of(word + "\n" + scope + "\n" + plain), 16);
        }
    }

    @Test
    void aCodeNamesItsCoupon() {
        for (long coupon : new long[] {1, 2, 31, 32, 1_000_000, (1L << 40) - 1}) {
            assertThat(codes.read(codes.of(coupon))).isEqualTo(new Reading.Genuine(coupon));
        }
    }

    @Test
    void itIsReadHoweverPeopleTypeIt() {
        String code = codes.of(77);
        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}-[0-9A-HJKMNP-TV-Z]");
        String typed = code.toLowerCase(Locale.ROOT)
                .replace("-", " ")
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(codes.read("  " + typed + " ")).isEqualTo(new Reading.Genuine(77));
    }

    @Test
    void everySingleWrongSignIsFoundOut() {
        String code = codes.of(4_711);
        for (int i = 0; i < code.length(); i++) {
            for (char sign : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
                if (code.charAt(i) != '-' && code.charAt(i) != sign) {
                    String wrong = code.substring(0, i) + sign + code.substring(i + 1);
                    assertThat(codes.read(wrong)).as(wrong).isEqualTo(new Reading.Mistyped());
                }
            }
        }
        assertThat(codes.read("")).isEqualTo(new Reading.Mistyped());
        assertThat(codes.read("春节大促")).isEqualTo(new Reading.Mistyped());
    }

    @Test
    void aCodeOfAnotherInstallationIsForged() {
        CouponCodes theirs = new CouponCodes(new HashVault("theirs"));
        for (long coupon = 1; coupon < 2_000; coupon++) {
            assertThat(codes.read(theirs.of(coupon))).isEqualTo(new Reading.Forged());
        }
    }

    @Test
    void neighboursLookNothingAlike() {
        Set<String> beginnings = new HashSet<>();
        Set<String> endings = new HashSet<>();
        for (long coupon = 1; coupon <= 1_000; coupon++) {
            String code = codes.of(coupon);
            beginnings.add(code.substring(0, 9));
            endings.add(code.substring(10));
        }
        assertThat(beginnings).hasSize(1_000);
        assertThat(endings).hasSize(1_000);
    }

    @Test
    void eachOfferHasACodeOfItsOwn() {
        String first = codes.offered(5, 1);
        assertThat(codes.isOffer(first, 5, 1)).isTrue();
        assertThat(codes.isOffer(first, 5, 2)).isFalse();
        assertThat(codes.isOffer(first, 6, 1)).isFalse();
        assertThat(codes.read(first)).isEqualTo(new Reading.Forged());
        assertThat(codes.isOffer(codes.of(5), 5, 1)).isFalse();
    }

    @Test
    void aPassIsGoodForAMinute() {
        HashVault vault = new HashVault("ours");
        String pass = new CouponPasses(vault, () -> NOON).of(9, 3).text();
        assertThat(CouponPasses.looksLike(pass)).isTrue();
        assertThat(new CouponPasses(vault, () -> NOON.plusSeconds(59)).read(pass))
                .isEqualTo(new CouponPasses.Reading.Genuine(new CouponPasses.Shown(9, 3)));
        assertThat(new CouponPasses(vault, () -> NOON.plusSeconds(60)).read(pass))
                .isEqualTo(new CouponPasses.Reading.Old(new CouponPasses.Shown(9, 3)));
    }

    @Test
    void aPassThatWasChangedIsForged() {
        CouponPasses passes = new CouponPasses(new HashVault("ours"), () -> NOON);
        String pass = passes.of(9, 3).text();
        for (int i = 5; i < pass.length() - 1; i++) {
            char other = pass.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(passes.read(pass.substring(0, i) + other + pass.substring(i + 1)))
                    .isEqualTo(new CouponPasses.Reading.Forged());
        }
        assertThat(passes.read("WWP1.")).isEqualTo(new CouponPasses.Reading.Forged());
        assertThat(passes.read("WWP1.%%%")).isEqualTo(new CouponPasses.Reading.Forged());
        assertThat(new CouponPasses(new HashVault("theirs"), () -> NOON).read(pass))
                .isEqualTo(new CouponPasses.Reading.Forged());
    }
}
