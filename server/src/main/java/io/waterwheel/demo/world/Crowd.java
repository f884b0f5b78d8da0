package io.waterwheel.demo.world;

import io.waterwheel.demo.world.Customer.Membership;
import io.waterwheel.demo.world.Customer.WeComAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Draws the customers: who they are, when they came, to which store, and how they can be reached.
final class Crowd {

    /// Arrivals grow by this in a season year, as a logarithm: e^0.25 is a quarter and a bit more.
    private static final double GROWTH_PER_YEAR = 0.25;

    private static final double[] HABITS = {Habit.DAILY.share(), Habit.DAILY.share() + Habit.CASUAL.share(), 1};
    private static final double[] MEMBERS = {0.95, 0.80, 0.58};
    private static final double[] FRIENDS = {0.75, 0.62, 0.50};
    private static final double SECOND_GUIDE = 0.12;
    private static final double HAS_EMAIL = 0.55;
    private static final double EMAIL_CONSENT = 0.73;
    private static final double WITHDRAWN = 0.03;
    private static final double FEMALE = 0.70;
    private static final double GENDER_UNKNOWN = 0.04;
    private static final double[] ADD_WAYS = {0.62, 0.74, 0.88, 1};

    /// Odd and not divisible by five, so that multiplying by it modulo a power of ten gives every number once.
    private static final long SCATTER = 48_271_637;

    private static final long EIGHT_DIGITS = 100_000_000;

    private final long seed;
    private final int size;
    private final Season season;
    private final LocalDate today;
    private final Instant end;
    private final List<Store> stores;
    private final double[] storesUpTo;
    private final Map<Store, List<Guide>> guides;
    private final long offset;

    Crowd(long seed, int size, Season season, LocalDate today, List<Store> stores, List<Guide> guides) {
        this.seed = seed;
        this.size = size;
        this.season = season;
        this.today = today;
        this.end = today.atStartOfDay().toInstant(Season.OFFSET);
        this.stores = stores;
        this.storesUpTo = storesUpTo(seed, stores);
        this.guides = guides.stream().collect(Collectors.groupingBy(Guide::store));
        this.offset = Math.floorMod(Draws.of(seed, "numbers", 0).next(), EIGHT_DIGITS);
    }

    /// Some stores have twice the visitors of others.
    private static double[] storesUpTo(long seed, List<Store> stores) {
        double[] upTo = new double[stores.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += Draws.of(seed, "visitors", i).lognormal(1, 0.4);
            upTo[i] = sum;
        }
        return upTo;
    }

    Store someStore(Draws draws) {
        return stores.get(draws.weighted(storesUpTo));
    }

    Customer customer(int number) {
        Draws draws = Draws.of(seed, "customer", number);
        Instant firstSeenAt = arrival(number, draws);
        Habit habit = Habit.values()[draws.weighted(HABITS)];
        boolean female = draws.chance(FEMALE);
        String gender = draws.chance(GENDER_UNKNOWN) ? null : female ? "female" : "male";
        PersonNames.Surname surname = PersonNames.surname(draws);
        String name = surname.text() + PersonNames.given(draws, female);
        Store home = someStore(draws);
        City city = near(home, draws);
        String eightDigits = digits((number * SCATTER + offset) % EIGHT_DIGITS, EIGHT_DIGITS);
        boolean hasEmail = draws.chance(HAS_EMAIL);
        String email = hasEmail ? surname.pinyin() + eightDigits + "@example.com" : null;
        List<Friendship> friends = friends(habit, home, firstSeenAt, draws);
        return new Customer(
                number,
                "u" + (100_001 + number),
                name,
                gender,
                birthday(draws),
                city.name(),
                city.province(),
                "154" + eightDigits,
                email,
                friends.isEmpty() ? null : account(number),
                membership(number, habit, firstSeenAt, draws),
                home,
                firstSeenAt,
                friends,
                consents(hasEmail, friends, firstSeenAt, draws),
                habit);
    }

    /// With leading zeros, as many digits as `bound` has zeros.
    private static String digits(long value, long bound) {
        return Long.toString(bound + value).substring(1);
    }

    /// Sliced, so that numbers rise with time without having to be sorted.
    private Instant arrival(int number, Draws draws) {
        double growth = GROWTH_PER_YEAR / 365;
        double share = (number + draws.uniform()) / size;
        double most = StrictMath.expm1(growth * season.length());
        return season.moment(StrictMath.log1p(share * most) / growth);
    }

    /// Mostly the store's own city, sometimes another of its province.
    private static City near(Store store, Draws draws) {
        boolean own = draws.chance(0.5);
        City city = City.ALL.get(draws.below(City.ALL.size()));
        return !own && city.province().equals(store.province()) ? city : City.named(store.city());
    }

    private LocalDate birthday(Draws draws) {
        double age = Math.clamp(34 + 10 * draws.normal(), 18, 78);
        return today.minusDays((long) (age * 365.25) + draws.below(365));
    }

    private @Nullable Membership membership(int number, Habit habit, Instant firstSeenAt, Draws draws) {
        if (!draws.chance(MEMBERS[habit.ordinal()])) {
            return null;
        }
        Instant since = draws.chance(0.7) ? firstSeenAt : later(firstSeenAt, 60, draws);
        return new Membership("88" + digits(number + 1, 10_000_000), since);
    }

    private WeComAccount account(int number) {
        Draws draws = Draws.of(seed, "wecom", number);
        String unique = Long.toUnsignedString(draws.next(), 36) + Long.toUnsignedString(draws.next(), 36);
        return new WeComAccount("wm" + unique, "o6" + unique);
    }

    private List<Friendship> friends(Habit habit, Store home, Instant firstSeenAt, Draws draws) {
        if (!draws.chance(FRIENDS[habit.ordinal()])) {
            return List.of();
        }
        List<Guide> candidates = new ArrayList<>(guides.getOrDefault(home, List.of()));
        List<Friendship> friends = new ArrayList<>(2);
        int count = draws.chance(SECOND_GUIDE) ? 2 : 1;
        for (int i = 0; i < count && !candidates.isEmpty(); i++) {
            Guide guide = candidates.remove(draws.below(candidates.size()));
            friends.add(new Friendship(guide, later(firstSeenAt, 30, draws), 1 + draws.weighted(ADD_WAYS)));
        }
        return List.copyOf(friends);
    }

    private List<ConsentDecision> consents(
            boolean hasEmail, List<Friendship> friends, Instant firstSeenAt, Draws draws) {
        List<ConsentDecision> decisions = new ArrayList<>(2);
        if (hasEmail && draws.chance(EMAIL_CONSENT)) {
            Instant granted = later(firstSeenAt, 10, draws);
            decisions.add(new ConsentDecision("email", true, granted));
            if (draws.chance(WITHDRAWN)) {
                decisions.add(new ConsentDecision("email", false, later(granted, 200, draws)));
            }
        }
        if (!friends.isEmpty() && draws.chance(WITHDRAWN / 2)) {
            decisions.add(
                    new ConsentDecision("wecom", false, later(friends.getFirst().since(), 200, draws)));
        }
        return List.copyOf(decisions);
    }

    /// Up to so many days after, or, near the end of the world, in what is left of it.
    private Instant later(Instant after, int days, Draws draws) {
        long most = Math.min(days * (long) DayRhythm.SECONDS, end.getEpochSecond() - after.getEpochSecond());
        return after.plusSeconds((long) (draws.uniform() * most));
    }
}
