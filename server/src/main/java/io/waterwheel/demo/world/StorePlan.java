package io.waterwheel.demo.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Places stores in cities by their weight, named by the side of the city they stand on.
final class StorePlan {

    /// WeCom's root department is 1; stores begin behind it.
    private static final long FIRST_ID = 101;

    private static final double KM_PER_DEGREE = 111.2;
    private static final double FARTHEST_SPREADS = 2;
    private static final List<String> SIDES = List.of("城北", "城东", "城南", "城西");
    private static final List<String> NUMBERS = List.of("", "二", "三", "四", "五", "六", "七", "八", "九", "十");

    private StorePlan() {}

    static List<Store> of(long seed, int count) {
        List<Store> stores = new ArrayList<>(count);
        Map<String, Integer> sameName = new HashMap<>();
        int[] shares = shares(count);
        for (int city = 0; city < shares.length; city++) {
            for (int i = 0; i < shares[city]; i++) {
                long id = FIRST_ID + stores.size();
                stores.add(store(id, City.ALL.get(city), Draws.of(seed, "store", id), sameName));
            }
        }
        return List.copyOf(stores);
    }

    /// Whole numbers that add up to `count`, by largest remainder.
    private static int[] shares(int count) {
        double sum = City.ALL.stream().mapToDouble(City::weight).sum();
        int[] shares = new int[City.ALL.size()];
        List<Integer> byRemainder = new ArrayList<>();
        int given = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (int) (City.ALL.get(i).weight() * count / sum);
            given += shares[i];
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparing(i -> shares[i] - City.ALL.get(i).weight() * count / sum));
        for (int i = 0; given < count; i++, given++) {
            shares[byRemainder.get(i % shares.length)]++;
        }
        return shares;
    }

    private static Store store(long id, City city, Draws draws, Map<String, Integer> sameName) {
        double distance = Math.min(Math.abs(draws.normal()), FARTHEST_SPREADS) * city.spread();
        double bearing = city.inland() + draws.between(-1, 1) * city.landWidth();
        double radians = StrictMath.toRadians(bearing);
        double north = distance * StrictMath.cos(radians) / KM_PER_DEGREE;
        double east = distance
                * StrictMath.sin(radians)
                / (KM_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(city.latitude())));
        String side = distance < 1 ? "城中" : SIDES.get(Math.floorMod(Math.round((float) (bearing / 90)), 4));
        int number = sameName.merge(city.name() + side, 1, Integer::sum);
        String ordinal = number <= NUMBERS.size() ? NUMBERS.get(number - 1) : Integer.toString(number);
        return new Store(
                id,
                city.name() + side + ordinal + "店",
                city.name(),
                city.province(),
                rounded(city.longitude() + east),
                rounded(city.latitude() + north));
    }

    /// To six decimals, a tenth of a metre.
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
