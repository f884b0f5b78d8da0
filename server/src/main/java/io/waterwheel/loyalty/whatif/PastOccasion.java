package io.waterwheel.loyalty.whatif;

import io.waterwheel.loyalty.earn.Goods;
import io.waterwheel.loyalty.earn.Occasion;
import io.waterwheel.loyalty.programme.SoldFact;
import io.waterwheel.loyalty.programme.When;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// What happened, as the rules of one candidate see it.
final class PastOccasion implements Occasion, Goods {

    private final Candidate candidate;
    private final PastPurchase past;
    private final SoldNumbers sold;
    private final List<RoaringBitmap> audiences;
    int tier = -1;

    /// @param audiences who may have what a rule gives, by the rule's place
    PastOccasion(Candidate candidate, PastPurchase past, SoldNumbers sold, List<RoaringBitmap> audiences) {
        this.candidate = candidate;
        this.past = past;
        this.sold = sold;
        this.audiences = audiences;
    }

    @Override
    public LocalDate day() {
        return past.day;
    }

    @Override
    public long amount() {
        return past.amount;
    }

    @Override
    public long counted(int rule, int other) {
        return candidate.rules().sold().counted(this, rule, other);
    }

    @Override
    public boolean first() {
        return past.first;
    }

    @Override
    public int tier() {
        return tier;
    }

    @Override
    public @Nullable LocalDate birthday() {
        return past.birthday;
    }

    @Override
    public boolean inAudience(int rule) {
        return audiences.get(rule).contains(past.customer);
    }

    @Override
    public boolean sold(When.Sold asked) {
        return sold.means(asked, asked.fact() == SoldFact.CHANNEL ? past.channel : past.store);
    }

    @Override
    public int lines() {
        return past.lines;
    }

    @Override
    public boolean line(int line, When.Sold asked) {
        return sold.means(asked, asked.fact() == SoldFact.PRODUCT ? past.product[line] : past.category[line]);
    }

    @Override
    public long lineAmount(int line) {
        return past.lineAmount[line];
    }
}
