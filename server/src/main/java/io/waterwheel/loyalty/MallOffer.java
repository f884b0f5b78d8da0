package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something in the mall, as one member sees it.
///
/// @param id          a text, for [MallWish]
/// @param picture     its address; null for none
/// @param points      what one costs
/// @param money       what is paid beside when it is picked up, in minor units; 0 for nothing
/// @param delivery    whether it may be sent; then an order needs an address, unless it is picked up
/// @param stores      codes of the stores where it may be picked up
/// @param left        how many are left; null where there is no end
/// @param perMember   how many one member may have; null for any number
/// @param bought      how many this member has or had
/// @param tiers       ids of the tiers that may have it; empty for all
/// @param from        from when on it is sold; null for always
/// @param until       until when; null for no end
/// @param whyNot      why this member cannot have it now; null where they can
/// @param words       the same in words
public record MallOffer(
        String id,
        String name,
        String description,
        @Nullable String picture,
        MallKind kind,
        long points,
        long money,
        boolean delivery,
        List<String> stores,
        @Nullable Integer left,
        @Nullable Integer perMember,
        int bought,
        List<String> tiers,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable MallRefusal whyNot,
        @Nullable Text words) {}
