package io.waterwheel.loyalty.membercentre.invite;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.privacy.Vault;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InviteCodesTests {

    private static final BrandId TEA = new BrandId((short) 3);
    private static final BrandId SILK = new BrandId((short) 4);

    private final InviteCodes codes = new InviteCodes(new HashVault());

    /// Blinds by a plain hash; seals nothing.
    private record HashVault() implements Vault {

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
            return Arrays.copyOf(Sha256.of(scope + "/" + plain), 16);
        }
    }

    @Test
    void aCodeNamesItsMemberAtItsBrandOnly() {
        long seed = 20_261_127;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            CustomerNo customer = new CustomerNo(1 + random.nextInt(Integer.MAX_VALUE - 1));
            String code = codes.of(TEA, customer);
            assertThat(code).as("seed %d", seed).matches("[0-9a-z]{1,13}");
            assertThat(codes.read(TEA, code)).as("seed %d", seed).contains(customer);
            assertThat(codes.read(SILK, code)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void aMadeUpOneNamesNobody() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            assertThat(codes.read(TEA, Long.toUnsignedString(random.nextLong(), 36)))
                    .isEmpty();
        }
        for (String text : new String[] {"", "-1", "Z", "zzzzzzzzzzzzz", "0", "12345678901234"}) {
            assertThat(codes.read(TEA, text)).as(text).isEmpty();
        }
    }

    @Test
    void twoThatFollowEachOtherDoNotLookIt() {
        assertThat(codes.of(TEA, new CustomerNo(1)).substring(0, 4))
                .isNotEqualTo(codes.of(TEA, new CustomerNo(2)).substring(0, 4));
    }
}
