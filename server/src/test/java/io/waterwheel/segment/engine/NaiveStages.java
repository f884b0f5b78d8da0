package io.waterwheel.segment.engine;

import io.waterwheel.segment.engine.NaiveEvaluator.Person;
import io.waterwheel.segment.engine.NaiveEvaluator.Purchase;
import io.waterwheel.segment.language.AiplCondition;
import io.waterwheel.segment.language.AiplStage;
import io.waterwheel.segment.language.Last;
import io.waterwheel.segment.language.LifecycleCondition;
import io.waterwheel.segment.language.LifecycleStage;
import io.waterwheel.segment.language.RfmCondition;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where one customer stands among all, counted one by one.
record NaiveStages(NaiveEvaluator world) {

    private static final int PRIOR = 3;
    private static final int FIRST_CYCLE = 90;

    boolean rfm(Person person, RfmCondition asked) {
        LocalDate today = day(world.now());
        LocalDate newest = world.people().stream()
                .flatMap(one -> one.orders().stream())
                .map(order -> day(order.at()))
                .max(LocalDate::compareTo)
                .orElse(today);
        LocalDate end = newest.isAfter(today) ? today : newest;
        LocalDate start = YearMonth.from(end).minusMonths(11).atDay(1);
        Function<List<Purchase>, List<Purchase>> inYear = purchases -> purchases.stream()
                .filter(purchase -> !day(purchase.at()).isBefore(start)
                        && !day(purchase.at()).isAfter(end))
                .toList();
        Function<Person, List<Purchase>> paid = one -> inYear.apply(one.orders()).stream()
                .filter(order -> order.amount() > 0)
                .toList();
        if (paid.apply(person).isEmpty()) {
            return false;
        }
        ToLongFunction<Person> recency = one -> -paid.apply(one).stream()
                .mapToLong(order -> ChronoUnit.DAYS.between(day(order.at()), end))
                .min()
                .orElseThrow();
        ToLongFunction<Person> frequency = one -> paid.apply(one).size();
        ToLongFunction<Person> monetary =
                one -> paid.apply(one).stream().mapToLong(Purchase::amount).sum()
                        - inYear.apply(one.refunds()).stream()
                                .mapToLong(Purchase::amount)
                                .sum();
        List<Person> buyers = world.people().stream()
                .filter(one -> !paid.apply(one).isEmpty())
                .toList();
        var cuts = asked.cuts();
        return scored(
                        asked.r(),
                        recency,
                        person,
                        buyers,
                        cuts == null
                                ? null
                                : cuts.recency().stream()
                                        .map(days -> -(long) days)
                                        .toList())
                && scored(asked.f(), frequency, person, buyers, cuts == null ? null : cuts.frequency())
                && scored(asked.m(), monetary, person, buyers, cuts == null ? null : cuts.monetary());
    }

    private static boolean scored(
            @Nullable List<Integer> scores,
            ToLongFunction<Person> measure,
            Person person,
            List<Person> buyers,
            @Nullable List<Long> cuts) {
        if (scores == null) {
            return true;
        }
        long mine = measure.applyAsLong(person);
        long below = buyers.stream()
                .filter(other -> measure.applyAsLong(other) < mine)
                .count();
        long score = 1
                + (cuts == null
                        ? 5 * below / buyers.size()
                        : cuts.stream().filter(cut -> mine >= cut).count());
        return scores.contains((int) score);
    }

    boolean lifecycle(Person person, LifecycleCondition asked) {
        return asked.stages().contains(stage(person, asked.cycleDays()));
    }

    private LifecycleStage stage(Person person, @Nullable Integer cycleDays) {
        TreeSet<LocalDate> days = days(person);
        if (days.isEmpty()) {
            return LifecycleStage.PROSPECT;
        }
        if (within(days.first(), 1, days, cycleDays)) {
            return LifecycleStage.NEW;
        }
        if (within(days.last(), 1, days, cycleDays)) {
            return LifecycleStage.ACTIVE;
        }
        if (within(days.last(), 2, days, cycleDays)) {
            return LifecycleStage.COOLING;
        }
        return within(days.last(), 3, days, cycleDays) ? LifecycleStage.SILENT : LifecycleStage.LOST;
    }

    private boolean within(LocalDate day, int cycles, TreeSet<LocalDate> own, @Nullable Integer cycleDays) {
        long ago = ChronoUnit.DAYS.between(day, day(world.now()));
        if (cycleDays != null) {
            return ago <= (long) cycles * cycleDays;
        }
        long span = 0;
        long gaps = 0;
        for (Person one : world.people()) {
            TreeSet<LocalDate> days = days(one);
            if (days.size() > 1) {
                span += ChronoUnit.DAYS.between(days.first(), days.last());
                gaps += days.size() - 1;
            }
        }
        if (gaps == 0) {
            span = FIRST_CYCLE;
            gaps = 1;
        }
        // ago ≤ cycles × (3 × span ÷ gaps + own days) ÷ (3 + own gaps)
        long ownDays = ChronoUnit.DAYS.between(own.first(), own.last());
        BigInteger left = BigInteger.valueOf(ago).multiply(BigInteger.valueOf((PRIOR + own.size() - 1L) * gaps));
        BigInteger right = BigInteger.valueOf(cycles).multiply(BigInteger.valueOf(PRIOR * span + ownDays * gaps));
        return left.compareTo(right) <= 0;
    }

    private TreeSet<LocalDate> days(Person person) {
        TreeSet<LocalDate> days = new TreeSet<>();
        person.orders().stream().filter(order -> order.amount() > 0).forEach(order -> days.add(day(order.at())));
        return days;
    }

    boolean aipl(Person person, AiplCondition asked) {
        Last window = asked.window();
        long orders = person.orders().stream()
                .filter(order -> order.amount() > 0 && world.inside(order.at(), window))
                .count();
        boolean reviewed = happened(person, Collections.singleton("Product Reviewed"), window);
        boolean interested = happened(person, AiplCondition.INTERACTIONS, asked.lately())
                || Stream.ofNullable(person.memberSince()).anyMatch(at -> world.inside(at, asked.lately()));
        AiplStage stage = orders >= 2 || (orders == 1 && person.memberSince() != null && reviewed)
                ? AiplStage.LOYALTY
                : orders == 1 ? AiplStage.PURCHASE : interested ? AiplStage.INTEREST : AiplStage.AWARENESS;
        return asked.stages().contains(stage);
    }

    private boolean happened(Person person, Set<String> names, Last window) {
        return person.events().stream().anyMatch(one -> names.contains(one.name()) && world.inside(one.at(), window));
    }

    private LocalDate day(java.time.Instant at) {
        return LocalDate.ofInstant(at, world.zone());
    }
}
