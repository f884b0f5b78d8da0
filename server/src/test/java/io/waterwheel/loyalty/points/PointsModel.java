package io.waterwheel.loyalty.points;

import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsBalance;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the ledger should do, as naively as can be: every single point is an object that is somewhere.
final class PointsModel {

    private enum Where {
        HELD,
        FROZEN,
        SPENT,
        EXPIRED,
        GONE
    }

    private static final class Unit {
        private final String lot;
        private final int order;
        private final int account;
        private final @Nullable Instant availableAt;
        private final @Nullable Instant expiresAt;
        private Where where = Where.HELD;
        private String by = "";

        Unit(String lot, int order, int account, @Nullable Instant availableAt, @Nullable Instant expiresAt) {
            this.lot = lot;
            this.order = order;
            this.account = account;
            this.availableAt = availableAt;
            this.expiresAt = expiresAt;
        }

        boolean over(Instant now) {
            return expiresAt != null && !now.isBefore(expiresAt);
        }

        boolean early(Instant now) {
            return availableAt != null && now.isBefore(availableAt);
        }

        void go(Where to, String key) {
            where = to;
            by = key;
        }
    }

    private static final Comparator<Unit> SOONEST = Comparator.<Unit>comparingLong(
                    unit -> unit.expiresAt == null ? Long.MAX_VALUE : unit.expiresAt.toEpochMilli())
            .thenComparingInt(unit -> unit.order);

    private final List<Unit> units = new ArrayList<>();
    private final TreeMap<Integer, Integer> debts = new TreeMap<>();
    private final Map<Integer, Integer> owners = new HashMap<>();
    private final Map<String, Integer> earned = new HashMap<>();
    private final Map<String, Integer> takenBack = new HashMap<>();
    private final Map<String, Integer> whose = new HashMap<>();
    private final Set<String> decided = new HashSet<>();
    private final Map<Integer, Integer> groups = new HashMap<>();
    private int lots;

    void own(int opened, int customer) {
        owners.put(opened, customer);
    }

    void share(int customer, int group) {
        groups.put(customer, group);
    }

    private Comparator<Unit> ownFirst(int customer) {
        return Comparator.<Unit, Boolean>comparing(unit -> owner(unit.account) != owner(customer))
                .thenComparing(SOONEST);
    }

    /// Their own, then those of whom they share with; who owes lends nothing.
    private List<Unit> toSpend(int customer, Instant now) {
        List<Unit> all = new ArrayList<>(spendable(customer, now));
        int group = groups.getOrDefault(owner(customer), 0);
        groups.keySet().stream()
                .filter(other -> other != owner(customer) && group > 0 && groups.get(other) == group)
                .filter(other -> balance(other, now).debt().value() == 0)
                .forEach(other -> all.addAll(find(unit -> owner(unit.account) == other
                        && unit.where == Where.HELD
                        && !unit.over(now)
                        && !unit.early(now))));
        all.sort(ownFirst(customer));
        return all;
    }

    private int owner(int opened) {
        return owners.getOrDefault(opened, opened);
    }

    private List<Unit> find(Predicate<Unit> which) {
        return units.stream().filter(which).sorted(SOONEST).toList();
    }

    private List<Unit> spendable(int customer, Instant now) {
        return find(unit -> owner(unit.account) == owner(customer)
                && unit.where == Where.HELD
                && !unit.over(now)
                && !unit.early(now));
    }

    /// Pays debts with units that have just come.
    private void payDebts(List<Unit> came, String key) {
        for (Unit unit : came) {
            for (Integer debtor : List.copyOf(debts.keySet())) {
                if (owner(debtor) == owner(unit.account) && debts.get(debtor) > 0) {
                    debts.merge(debtor, -1, Integer::sum);
                    unit.go(Where.GONE, key);
                    break;
                }
            }
        }
    }

    boolean earn(int customer, String key, int points, @Nullable Instant from, @Nullable Instant until) {
        lots++;
        List<Unit> came = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            came.add(new Unit(key, lots, customer, from, until));
        }
        units.addAll(came);
        earned.put(key, points);
        whose.put(key, customer);
        payDebts(came, key);
        return true;
    }

    boolean spend(int customer, String key, int points, Instant now) {
        return move(customer, key, points, now, Where.SPENT);
    }

    boolean freeze(int customer, String key, int points, Instant now) {
        return move(customer, key, points, now, Where.FROZEN);
    }

    boolean deduct(int customer, String key, int points, Instant now) {
        return move(customer, key, points, now, Where.GONE);
    }

    private boolean move(int customer, String key, int points, Instant now, Where to) {
        List<Unit> able = to == Where.GONE ? spendable(customer, now) : toSpend(customer, now);
        if (able.size() < points) {
            return false;
        }
        able.subList(0, points).forEach(unit -> unit.go(to, key));
        whose.put(key, customer);
        return true;
    }

    /// Captures so many of what was frozen and gives back the others.
    boolean decide(int customer, String key, String frozen, int points, Instant now) {
        List<Unit> kept = find(unit -> unit.where == Where.FROZEN && unit.by.equals(frozen)).stream()
                .sorted(ownFirst(customer))
                .toList();
        if (owner(whose.get(frozen)) != owner(customer) || decided.contains(frozen) || points > kept.size()) {
            return false;
        }
        decided.add(frozen);
        kept.subList(0, points).forEach(unit -> unit.go(Where.SPENT, key));
        for (Unit unit : kept.subList(points, kept.size())) {
            unit.go(unit.over(now) ? Where.EXPIRED : Where.HELD, key);
            if (unit.where == Where.HELD) {
                payDebts(List.of(unit), key);
            }
        }
        whose.put(key, customer);
        return true;
    }

    boolean takeBack(int customer, String key, String earn, int points, DebtRule rule, Instant now) {
        int before = takenBack.getOrDefault(earn, 0);
        if (owner(whose.get(earn)) != owner(customer) || before + points > earned.get(earn)) {
            return false;
        }
        takenBack.put(earn, before + points);
        int missing = points;
        for (Where from : List.of(Where.HELD, Where.EXPIRED)) {
            for (Unit unit : find(unit -> unit.lot.equals(earn) && unit.where == from)) {
                if (missing > 0) {
                    unit.go(Where.GONE, key);
                    missing--;
                }
            }
        }
        int account = whose.get(earn);
        if (rule == DebtRule.OTHERS_THEN_DEBT || rule == DebtRule.OTHERS_THEN_FORGIVE) {
            for (Unit unit : spendable(account, now)) {
                if (missing > 0) {
                    unit.go(Where.GONE, key);
                    missing--;
                }
            }
        }
        if (rule == DebtRule.OTHERS_THEN_DEBT || rule == DebtRule.DEBT) {
            debts.merge(account, missing, Integer::sum);
        }
        return true;
    }

    boolean giveBack(int customer, String key, String spent, int points, @Nullable Instant until, Instant now) {
        List<Unit> gave = find(unit -> unit.where == Where.SPENT && unit.by.equals(spent)).stream()
                .sorted(ownFirst(customer))
                .toList();
        if (owner(whose.get(spent)) != owner(customer) || points > gave.size()) {
            return false;
        }
        lots++;
        List<Unit> anew = new ArrayList<>();
        for (Unit unit : gave.reversed().subList(0, points)) {
            if (unit.over(now)) {
                unit.go(Where.GONE, key);
                boolean own = owner(unit.account) == owner(customer);
                int whose = own ? customer : unit.account;
                // A lot for each, their own first.
                anew.add(new Unit(key, lots + (own ? 0 : whose), whose, null, until));
            } else {
                unit.go(Where.HELD, key);
                payDebts(List.of(unit), key);
            }
        }
        lots += Programme.CUSTOMERS;
        units.addAll(anew);
        payDebts(anew, key);
        return true;
    }

    /// What the nightly work does to a balance is nothing; it only puts away what is over.
    void expire(Instant now) {
        find(unit -> unit.where == Where.HELD && unit.over(now)).forEach(unit -> unit.go(Where.EXPIRED, "night"));
    }

    PointsBalance balance(int customer, Instant now) {
        Predicate<Unit> theirs = unit -> owner(unit.account) == customer;
        int all = find(theirs.and(unit -> unit.where == Where.HELD && !unit.over(now)))
                .size();
        int able = find(theirs.and(unit -> unit.where == Where.HELD && !unit.over(now) && !unit.early(now)))
                .size();
        int frozen = find(theirs.and(unit -> unit.where == Where.FROZEN)).size();
        int debt = debts.entrySet().stream()
                .filter(each -> owner(each.getKey()) == customer)
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new PointsBalance(new Points(able), new Points(all - able), new Points(frozen), new Points(debt));
    }
}
