package io.waterwheel.intake.connector;

import io.waterwheel.intake.collect.Usable;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who buys, by everything the platform tells.
///
/// @param buyerId the platform's id of the buyer, often an encrypted one
/// @param phone   as it came: a masked or encrypted one names nobody and is left out, see [Phones]
/// @param openid  the buyer's WeChat openid, where the shop lives in WeChat
public record Buyer(
        @Nullable String buyerId,
        @Nullable String phone,
        @Nullable String openid) {

    /// A buyer the platform says nothing of: the order is nobody's.
    public static final Buyer UNKNOWN = new Buyer(null, null, null);

    public static Buyer of(@Nullable String buyerId, @Nullable String phone) {
        return new Buyer(buyerId, phone, null);
    }

    /// A buyer id means something on its platform only, so it stands behind the platform's name.
    List<Identifier> identifiers(String platform) {
        List<Identifier> identifiers = new ArrayList<>(3);
        Usable.identifier(IdentifierKind.BUYER_ID, buyerId == null ? null : platform + ":" + buyerId.strip())
                .ifPresent(identifiers::add);
        Phones.plain(phone).ifPresent(plain -> identifiers.add(new Identifier(IdentifierKind.PHONE, plain)));
        Usable.identifier(IdentifierKind.OPENID, openid).ifPresent(identifiers::add);
        return identifiers;
    }

    @Override
    public String toString() {
        return "Buyer[…]";
    }
}
