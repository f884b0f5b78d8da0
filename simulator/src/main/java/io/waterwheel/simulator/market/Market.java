package io.waterwheel.simulator.market;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one marketplace knows. Not kept over a restart.
final class Market {
    static final String OLD = "isv.version-too-old";
    private static final int PAGE = 2;

    private final InstantSource clock;
    private final Map<String, MarketMember> members = new LinkedHashMap<>();
    private MarketShop shop = MarketShop.NONE;
    private long second;
    private int inSecond;
    private int calls;
    private int tooMany;

    Market(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void open(MarketShop newShop) {
        shop = newShop;
        members.clear();
        inSecond = 0;
        calls = 0;
        tooMany = 0;
    }

    synchronized MarketShop shop() {
        return shop;
    }

    synchronized void bind(String buyer, long points, int level) {
        members.putIfAbsent(buyer, MarketMember.bound(buyer, points, level));
    }

    synchronized boolean unbind(String buyer) {
        return members.remove(buyer) != null;
    }

    synchronized Map<String, Object> state() {
        return Map.of("members", List.copyOf(members.values()), "calls", calls, "tooMany", tooMany);
    }

    /// Whether one more call may come in this second.
    synchronized boolean hasRoom() {
        calls++;
        long now = clock.millis() / 1000;
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        boolean room = shop.perSecond() == 0 || inSecond <= shop.perSecond();
        tooMany += room ? 0 : 1;
        return room;
    }

    synchronized boolean isOld(long millis) {
        return shop.windowSeconds() > 0 && Math.abs(clock.millis() - millis) > shop.windowSeconds() * 1000;
    }

    /// @return why it was not taken; null when it was
    synchronized @Nullable String tell(String buyer, long points, int level, long version) {
        var member = members.get(buyer);
        if (member == null) {
            return "isv.member-not-bound";
        }
        if (version <= member.version()) {
            return OLD;
        }
        members.put(buyer, member.told(points, level, version));
        return null;
    }

    synchronized Optional<MarketMember> find(String buyer) {
        return Optional.ofNullable(members.get(buyer));
    }

    /// Points that come or go, on a marketplace that is not told states.
    ///
    /// @return whether the buyer is bound and has as many
    synchronized boolean move(String buyer, long points) {
        var member = members.get(buyer);
        if (member == null || member.points() + points < 0) {
            return false;
        }
        members.put(buyer, member.told(member.points() + points, member.level(), member.version() + 1));
        return true;
    }

    synchronized boolean grade(String buyer, int level) {
        return members.computeIfPresent(buyer, (name, member) -> member.graded(level)) != null;
    }

    synchronized List<MarketMember> page(int from) {
        return members.values().stream().skip(from).limit(PAGE).toList();
    }

    /// Where the next page begins, or nothing.
    synchronized String next(int from) {
        return from + PAGE < members.size() ? Integer.toString(from + PAGE) : "";
    }
}
