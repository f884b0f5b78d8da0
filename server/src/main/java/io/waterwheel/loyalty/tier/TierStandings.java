package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.MEMBER;

import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.generated.tables.records.PaidMembershipRecord;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Keeps the tiers of members: what they reach at once, and what becomes of it when a period ends. A customer
/// with several memberships has the best of their tiers.
@Component
public class TierStandings {

    private final Members members;
    private final TierHistories histories;
    private final TierEvents events;
    private final LentTiers lent;

    TierStandings(Members members, TierHistories histories, TierEvents events, LentTiers lent) {
        this.members = members;
        this.histories = histories;
        this.events = events;
        this.lent = lent;
    }

    /// What happened to somebody.
    public enum Cause {
        EARNED,
        REFUNDED
    }

    /// The place of the tier somebody has at a time, reached, given or paid for; -1 where the brand has none.
    public int tier(
            DSLContext transaction, LiveProgramme programme, CustomerNo customer, List<Account> accounts, Instant at) {
        return tiers(transaction, programme, Map.of(customer, accounts), at).getOrDefault(customer, -1);
    }

    /// The same of many in one question, by customer; nobody where the brand has none.
    Map<CustomerNo, Integer> tiers(
            DSLContext transaction, LiveProgramme programme, Map<CustomerNo, List<Account>> accounts, Instant at) {
        if (programme.tiers() == null || accounts.isEmpty()) {
            return Map.of();
        }
        Map<CustomerNo, Integer> lentTiers = lent.best(transaction, programme, accounts.keySet(), at);
        Map<CustomerNo, Integer> best = new HashMap<>();
        accounts.forEach((customer, theirs) ->
                best.put(customer, better(programme, theirs, lentTiers.getOrDefault(customer, -1))));
        return best;
    }

    /// The place of the tier they would have without one paid period, when those behind it move up.
    int tierWithout(
            DSLContext transaction,
            LiveProgramme programme,
            CustomerNo customer,
            List<Account> accounts,
            Instant at,
            PaidMembershipRecord period) {
        return better(programme, accounts, lent.bestWithout(transaction, programme, customer, at, period));
    }

    private static int better(LiveProgramme programme, List<Account> accounts, int lent) {
        if (programme.tiers() == null) {
            return -1;
        }
        int best = Math.max(0, lent);
        for (Account account : accounts) {
            best = Math.max(best, programme.tier(account.tier()));
        }
        return best;
    }

    /// After somebody bought or gave back.
    ///
    /// @param heard how far in the log the programme has come
    public void changed(
            DSLContext transaction, LiveProgramme programme, CustomerNo customer, Cause cause, Instant at, long heard) {
        TierRules rules = programme.tiers();
        List<Account> accounts = members.of(transaction, programme.brand().id(), List.of(customer))
                .getOrDefault(customer, List.of());
        if (rules == null || accounts.isEmpty()) {
            return;
        }
        Account account = best(programme, accounts);
        TierHistory history = histories.of(transaction, programme, customer, heard);
        long millis = at.toEpochMilli();
        Standing standing = standing(programme, rules, account);
        TierRules.Outcome outcome = switch (cause) {
            case EARNED -> rules.bought(standing, history.counted(), millis);
            case REFUNDED -> rules.refunded(standing, history.counted(), millis);
        };
        keep(transaction, programme, account, outcome, history, at, true);
    }

    /// What is due for a membership: a first judgement, periods that ended, and what is reached by a new
    /// programme.
    ///
    /// @param heard how far in the log the programme has come
    public void review(DSLContext transaction, LiveProgramme programme, Account account, Instant now, long heard) {
        TierRules rules = programme.tiers();
        if (rules == null) {
            return;
        }
        List<Account> accounts = members.of(transaction, programme.brand().id(), List.of(account.customer()))
                .getOrDefault(account.customer(), List.of(account));
        boolean counts = best(programme, accounts).opened().equals(account.opened());
        TierHistory history = histories.of(transaction, programme, account.customer(), heard);
        long millis = now.toEpochMilli();
        if (account.tier() == null) {
            // Nobody is told of it as news.
            TierRules.Outcome first = new TierRules.Outcome(rules.first(history.counted(), millis), null);
            keep(transaction, programme, account, first, history, now, counts);
            return;
        }
        Account[] current = {account};
        Standing standing = rules.passed(standing(programme, rules, account), history.counted(), millis, outcome -> {
            keep(transaction, programme, current[0], outcome, history, now, counts);
            current[0] = current[0].nearTo(null);
        });
        TierRules.Outcome reached = rules.bought(standing, history.counted(), millis);
        keep(transaction, programme, current[0], reached, history, now, counts);
    }

    /// As if the programme had counted for some time: what would have become of a membership until now is told as of
    /// when it would have been. Done again, it is told no second time.
    ///
    /// @param since when it began to count; what they had reached by then is no news
    void replay(DSLContext transaction, LiveProgramme programme, Account account, Instant since, Instant now) {
        TierRules rules = Objects.requireNonNull(programme.tiers());
        TierHistory history = histories.of(transaction, programme, account.customer(), PresentCustomer.Purchases.ALL);
        History counted = history.counted();
        Consumer<TierRules.Outcome> decided = outcome -> {
            if (outcome.move() != null) {
                events.moved(transaction, programme, account, outcome.move());
            }
        };
        long until = now.toEpochMilli();
        long begin = Math.max(account.joinedAt().toEpochMilli(), since.toEpochMilli());
        Standing standing = rules.first(counted, begin);
        for (long at : counted.times(begin).filter(one -> one <= until).toArray()) {
            standing = rules.passed(standing, counted, at, decided);
            TierRules.Outcome refunded = rules.refunded(standing, counted, at);
            TierRules.Outcome bought = rules.bought(refunded.standing(), counted, at);
            decided.accept(refunded);
            decided.accept(bought);
            standing = bought.standing();
        }
        standing = rules.passed(standing, counted, until, decided);
        keep(transaction, programme, account, new TierRules.Outcome(standing, null), history, now, true);
    }

    private void keep(
            DSLContext transaction,
            LiveProgramme programme,
            Account account,
            TierRules.Outcome outcome,
            TierHistory history,
            Instant now,
            boolean told) {
        TierRules rules = Objects.requireNonNull(programme.tiers());
        TierScheme scheme = Objects.requireNonNull(programme.definition().tiers());
        Standing standing = outcome.standing();
        long millis = now.toEpochMilli();
        int next = standing.tier() + 1;
        boolean top = next >= rules.tiers();
        long missing = rules.missing(standing, history.counted(), millis);
        String nextTier = top ? null : scheme.tiers().get(next).id();
        Move move = outcome.move();
        if (told && move != null) {
            events.moved(transaction, programme, account, move);
        }
        boolean near = !top && missing <= history.typical() && history.typical() > 0;
        boolean again = nextTier != null && nextTier.equals(account.told());
        // Nobody is told of a tier they have already, given or paid for; once it ends they are.
        boolean had = near
                && !again
                && lent.best(transaction, programme, List.of(account.customer()), now)
                                .getOrDefault(account.customer(), -1)
                        >= next;
        if (told && near && !again && !had) {
            events.near(transaction, programme, account, next, missing, now);
        }
        transaction
                .update(MEMBER)
                .set(MEMBER.TIER, scheme.tiers().get(standing.tier()).id())
                .set(MEMBER.FLOOR_TIER, scheme.tiers().get(standing.floor()).id())
                .set(MEMBER.TIER_SINCE, Instant.ofEpochMilli(standing.since()))
                .set(MEMBER.PERIOD_FROM, standing.from())
                .set(MEMBER.REVIEW_ON, standing.to())
                .set(MEMBER.REVIEW_AT, Instant.ofEpochMilli(rules.reviewAt(standing)))
                .set(MEMBER.REACHED, rules.value(history.counted(), millis))
                .set(MEMBER.NEXT_TIER, nextTier)
                .set(MEMBER.MISSING, top ? null : missing)
                .set(MEMBER.TOLD_TIER, near && !had ? nextTier : again ? account.told() : null)
                .where(MEMBER.BRAND_ID.eq(account.brand().value()))
                .and(MEMBER.OPENED_NO.eq(account.opened().value()))
                .execute();
    }

    private static Account best(LiveProgramme programme, List<Account> accounts) {
        return accounts.stream()
                .max(Comparator.comparingInt((Account one) -> programme.tier(one.tier()))
                        .thenComparing(Account::joinedAt, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /// A tier that the programme does not know any more is the lowest.
    private static Standing standing(LiveProgramme programme, TierRules rules, Account account) {
        Instant since = account.tierSince();
        LocalDate from = account.periodFrom();
        LocalDate to = account.reviewOn();
        if (since == null || from == null || to == null) {
            return rules.join(account.joinedAt().toEpochMilli());
        }
        int tier = Math.max(0, programme.tier(account.tier()));
        int floor = Math.clamp(programme.tier(account.floor()), 0, tier);
        return new Standing(tier, floor, since.toEpochMilli(), from, to);
    }
}
