package io.waterwheel.customer.identity;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.privacy.Vault;
import org.jspecify.annotations.Nullable;

/// An identifier with the brand it is meaningful in, 0 where it is the same person everywhere.
record IdentifierKey(short brand, Identifier identifier) {

    static IdentifierKey of(BrandId brand, Identifier identifier) {
        return new IdentifierKey(identifier.kind().perBrand() ? brand.value() : 0, identifier);
    }

    /// The blind index under which it is found; the scope keeps kinds and brands apart.
    byte[] blind(Vault vault) {
        return vault.blind(identifier.kind().code() + ":" + brand, identifier.value());
    }

    @Nullable
    Short brandId() {
        return brand == 0 ? null : brand;
    }
}
