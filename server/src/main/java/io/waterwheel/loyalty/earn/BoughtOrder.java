package io.waterwheel.loyalty.earn;

import io.waterwheel.kernel.event.Order;
import io.waterwheel.loyalty.programme.SoldFact;
import io.waterwheel.loyalty.programme.When;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.TextMatch;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An order as it was told, seen by rules.
final class BoughtOrder implements Occasion, Goods {

    private final LiveProgramme programme;
    private final Order order;
    private final String channel;
    private final LocalDate day;
    private final Member member;

    /// Who bought, as far as rules ask.
    ///
    /// @param audience whether they are in a segment
    record Member(int tier, @Nullable LocalDate birthday, BooleanSupplier first, Predicate<String> audience) {}

    BoughtOrder(LiveProgramme programme, Order order, String source, LocalDate day, Member member) {
        this.programme = programme;
        this.order = order;
        this.channel = order.soldThrough(source);
        this.day = day;
        this.member = member;
    }

    @Override
    public LocalDate day() {
        return day;
    }

    @Override
    public long amount() {
        return order.amount(digits());
    }

    @Override
    public long counted(int rule, int other) {
        return programme.rules().sold().counted(this, rule, other);
    }

    @Override
    public boolean sold(When.Sold asked) {
        return matches(asked, asked.fact() == SoldFact.CHANNEL ? channel : order.store());
    }

    @Override
    public int lines() {
        return order.lines().size();
    }

    @Override
    public boolean line(int line, When.Sold asked) {
        Order.Line told = order.lines().get(line);
        return matches(asked, asked.fact() == SoldFact.PRODUCT ? told.productId() : told.category());
    }

    @Override
    public long lineAmount(int line) {
        return order.lines().get(line).amount(digits());
    }

    private static boolean matches(When.Sold asked, @Nullable String value) {
        return value != null && TextMatch.of(Operator.IN, asked.values()).test(value);
    }

    private int digits() {
        return programme.brand().fractionDigits();
    }

    @Override
    public boolean first() {
        return member.first().getAsBoolean();
    }

    @Override
    public int tier() {
        return member.tier();
    }

    @Override
    public @Nullable LocalDate birthday() {
        return member.birthday();
    }

    @Override
    public boolean inAudience(int rule) {
        String segment = programme.definition().earn().get(rule).segment();
        return segment == null || member.audience().test(segment);
    }
}
