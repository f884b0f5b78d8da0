package io.waterwheel.loyalty.membercentre.invite;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.privacy.Vault;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Invite codes: at most thirteen letters and digits that say whose they are and prove that we gave them (32
/// bits: a made-up one passes once in four billion). The same for ever, and kept nowhere.
final class InviteCodes {

    private static final String PROOF = "invite-code";
    private static final String VEIL = "invite-veil";
    private static final int RADIX = 36;
    private static final int LONGEST = 13;

    private final Vault vault;

    InviteCodes(Vault vault) {
        this.vault = vault;
    }

    String of(BrandId brand, CustomerNo customer) {
        int proof = proof(brand, customer.value());
        long whole = ((long) (customer.value() ^ veil(brand, proof)) << Integer.SIZE) | (proof & 0xFFFF_FFFFL);
        return Long.toUnsignedString(whole, RADIX);
    }

    Optional<CustomerNo> read(BrandId brand, String code) {
        if (code.isEmpty() || code.length() > LONGEST || !code.matches("[0-9a-z]+")) {
            return Optional.empty();
        }
        long whole;
        try {
            whole = Long.parseUnsignedLong(code, RADIX);
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
        int proof = (int) whole;
        int number = (int) (whole >>> Integer.SIZE) ^ veil(brand, proof);
        return number > 0 && proof(brand, number) == proof ? Optional.of(new CustomerNo(number)) : Optional.empty();
    }

    private int proof(BrandId brand, int number) {
        return ByteBuffer.wrap(vault.blind(PROOF, brand.value() + "/" + number)).getInt();
    }

    /// Hides how many customers there are.
    private int veil(BrandId brand, int proof) {
        return ByteBuffer.wrap(vault.blind(VEIL, brand.value() + "/" + proof)).getInt();
    }
}
