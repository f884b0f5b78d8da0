package io.waterwheel.segment.language;

import java.util.List;

/// From where on a buyer scores 2, 3, 4 and 5, as a brand sets it.
///
/// @param recency   at most so many days since the last order, four numbers that fall
/// @param frequency at least so many orders, four numbers that rise
/// @param monetary  at least so much net sales in minor units, four numbers that rise
public record RfmCuts(List<Integer> recency, List<Long> frequency, List<Long> monetary) {

    static final int CUTS = 4;
    static final int MOST_DAYS = 36_500;
    static final long MOST_ORDERS = 1_000_000;
    static final long MOST_MONEY = 1_000_000_000_000_000L;

    public RfmCuts {
        recency = List.copyOf(recency);
        frequency = List.copyOf(frequency);
        monetary = List.copyOf(monetary);
        check(recency.stream().map(days -> -(long) days).toList(), -MOST_DAYS, 0, "/recency", Fault.CUTS_FALL);
        check(frequency, 1, MOST_ORDERS, "/frequency", Fault.CUTS_RISE);
        check(monetary, -MOST_MONEY, MOST_MONEY, "/monetary", Fault.CUTS_RISE);
    }

    private static void check(List<Long> cuts, long least, long most, String place, Fault fault) {
        boolean wrong = cuts.size() != CUTS;
        for (int i = 0; i < cuts.size(); i++) {
            wrong |= cuts.get(i) < least || cuts.get(i) > most || (i > 0 && cuts.get(i) <= cuts.get(i - 1));
        }
        InvalidCondition.when(wrong, "/cuts" + place, fault);
    }
}
