package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.MallOffer;
import io.waterwheel.loyalty.MallWish;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something in the mall, in the reader's language.
///
/// @param money    what is paid beside when it is picked up, in minor units
/// @param delivery whether it may be sent
/// @param stores   where it may be picked up
/// @param left     null where there is no end
/// @param most     how many stock and limit let this member have at once, whatever they cost; 1 at least
/// @param whyNot   why this member cannot have it now; null where they can
@Schema(name = "MemberOffer")
record MemberOffer(
        String id,
        String name,
        String description,
        @Nullable String picture,
        MallKind kind,
        long points,
        long money,
        boolean delivery,
        List<MemberStores.Store> stores,
        @Nullable Integer left,
        int most,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String whyNot) {

    static MemberOffer of(MallOffer offer, MemberStores.Known stores, Locale locale) {
        return new MemberOffer(
                offer.id(),
                offer.name(),
                offer.description(),
                offer.picture(),
                offer.kind(),
                offer.points(),
                offer.money(),
                offer.delivery(),
                stores.of(offer.stores()),
                offer.left(),
                most(offer),
                offer.from(),
                offer.until(),
                offer.words() == null ? null : offer.words().in(locale));
    }

    private static int most(MallOffer offer) {
        int stock = offer.left() == null ? MallWish.MOST : offer.left();
        int limit = offer.perMember() == null ? MallWish.MOST : offer.perMember() - offer.bought();
        return Math.clamp(Math.min(stock, limit), 1, MallWish.MOST);
    }
}
