package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.MEMBER;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.LogWorker;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Heard;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Decides what is due: who has never been judged, whose period and days of grace ended at the brand's
/// midnight, and everybody after a programme was published. Rows another node is at are skipped. Whose orders the
/// programme has not heard of yet wait for it: what they bought before a period ended counts in that period, and
/// no order earns by the tier that it is about to lift them to.
@Component
class TierReviews extends LogWorker {

    private static final int BATCH = 200;

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final LiveProgrammes programmes;
    private final TierStandings standings;
    private final Customers customers;
    private final Heard heard;
    private final InstantSource clock;

    TierReviews(
            DSLContext database,
            TransactionOperations transactions,
            LiveProgrammes programmes,
            TierStandings standings,
            Customers customers,
            Heard heard,
            InstantSource clock) {
        super("tier-reviews", Duration.ofMillis(500));
        this.database = database;
        this.transactions = transactions;
        this.programmes = programmes;
        this.standings = standings;
        this.customers = customers;
        this.heard = heard;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Map<BrandId, List<LiveProgramme>> live = programmes.all(database);
            List<Short> withTiers = live.entrySet().stream()
                    .filter(brand -> brand.getValue().getLast().tiers() != null)
                    .map(brand -> brand.getKey().value())
                    .toList();
            if (withTiers.isEmpty()) {
                return false;
            }
            Instant now = clock.instant();
            List<Account> due = database.selectFrom(MEMBER)
                    .where(MEMBER.BRAND_ID.in(withTiers))
                    .and(MEMBER.REVIEW_AT.isNull().or(MEMBER.REVIEW_AT.le(now)))
                    .orderBy(MEMBER.REVIEW_AT.asc().nullsFirst())
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()
                    .fetch(Members::account);
            if (due.isEmpty()) {
                return false;
            }
            // Read behind the lock: a tier that the programme changes from here on waits for this transaction.
            long position = heard.position();
            Set<CustomerNo> unheard = customers.purchasedBehind(
                    position, due.stream().map(Account::customer).toList());
            List<Account> ready = due.stream()
                    .filter(account -> !unheard.contains(account.customer()))
                    .toList();
            ready.forEach(account -> standings.review(
                    database, live.getOrDefault(account.brand(), List.of()).getLast(), account, now, position));
            return due.size() == BATCH && !ready.isEmpty();
        }));
    }
}
