package io.waterwheel.segment.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.StableShare;
import io.waterwheel.segment.language.ShareCondition;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Sets that do not come from the warehouse: static lists, and shares of customers by a hash. A share is a function of
/// the number alone, so what was divided once stays divided and only new customers are looked at: about six million a
/// second.
@Component
class HeldSets {

    private final ListLookup lists;
    private final Cache<ShareCondition, Divided> shares;

    @Autowired
    HeldSets(ListLookup lists) {
        this(lists, Runtime.getRuntime().maxMemory() / 64);
    }

    HeldSets(ListLookup lists, long mostBytes) {
        this.lists = lists;
        this.shares = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher(HeldSets::weight)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }

    /// @param seen   whom the share has looked at
    /// @param inside those of them who are in it
    private record Divided(RoaringBitmap seen, RoaringBitmap inside) {}

    Algebra.Held of(Brand brand) {
        return new Algebra.Held() {
            @Override
            public RoaringBitmap list(String id) {
                return lists.members(brand, id);
            }

            @Override
            public RoaringBitmap share(ShareCondition asked, RoaringBitmap everyone) {
                return HeldSets.this.share(asked, everyone);
            }
        };
    }

    private RoaringBitmap share(ShareCondition asked, RoaringBitmap everyone) {
        Divided divided =
                Objects.requireNonNull(shares.asMap().compute(asked, (key, before) -> divided(key, before, everyone)));
        return RoaringBitmap.and(divided.inside(), everyone);
    }

    private static Divided divided(ShareCondition asked, @Nullable Divided before, RoaringBitmap everyone) {
        RoaringBitmap unseen = before == null ? everyone : RoaringBitmap.andNot(everyone, before.seen());
        if (before != null && unseen.isEmpty()) {
            return before;
        }
        StableShare division = asked.division();
        RoaringBitmap inside =
                before == null ? new RoaringBitmap() : before.inside().clone();
        IntIterator numbers = unseen.getIntIterator();
        while (numbers.hasNext()) {
            int number = numbers.next();
            int part = division.part(number);
            if (part >= asked.from() && part < asked.to()) {
                inside.add(number);
            }
        }
        return new Divided(before == null ? everyone.clone() : RoaringBitmap.or(before.seen(), unseen), inside);
    }

    private static int weight(ShareCondition asked, Divided divided) {
        return Math.toIntExact(Math.min(
                Integer.MAX_VALUE,
                2L * asked.key().length()
                        + divided.seen().getLongSizeInBytes()
                        + divided.inside().getLongSizeInBytes()));
    }
}
