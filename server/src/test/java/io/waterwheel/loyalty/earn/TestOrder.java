package io.waterwheel.loyalty.earn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An order of a member as tests write it.
final class TestOrder implements Occasion {

    private final long amount;
    private final Map<Integer, Long> counted = new HashMap<>();
    private LocalDate day = LocalDate.of(2026, 5, 11);
    private boolean first;
    private int tier;
    private @Nullable LocalDate birthday;

    private TestOrder(long amount) {
        this.amount = amount;
    }

    static TestOrder of(String amount) {
        return new TestOrder(new BigDecimal(amount).movePointRight(2).longValueExact());
    }

    static TestOrder ofMinor(long amount) {
        return new TestOrder(amount);
    }

    TestOrder on(LocalDate day) {
        this.day = day;
        return this;
    }

    TestOrder tier(int tier) {
        this.tier = tier;
        return this;
    }

    TestOrder asFirst() {
        this.first = true;
        return this;
    }

    TestOrder born(LocalDate birthday) {
        this.birthday = birthday;
        return this;
    }

    TestOrder counted(int rule, String amount) {
        counted.put(rule, new BigDecimal(amount).movePointRight(2).longValueExact());
        return this;
    }

    @Override
    public LocalDate day() {
        return day;
    }

    @Override
    public long amount() {
        return amount;
    }

    @Override
    public long counted(int rule, int other) {
        return Math.min(counted.getOrDefault(rule, amount), other < 0 ? amount : counted.getOrDefault(other, amount));
    }

    @Override
    public boolean first() {
        return first;
    }

    @Override
    public int tier() {
        return tier;
    }

    @Override
    public @Nullable LocalDate birthday() {
        return birthday;
    }

    @Override
    public boolean inAudience(int rule) {
        return true;
    }
}
