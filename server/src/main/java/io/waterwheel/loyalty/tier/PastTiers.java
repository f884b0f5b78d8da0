package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.MEMBER;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The tiers of members under a programme that counted before it was kept here. Whoever has several memberships is
/// left to be judged as of now.
@Component
public class PastTiers {

    private static final int PIECE = 50;
    private static final int TRIES = 10;
    private static final int END = -1;

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final LiveProgrammes programmes;
    private final Members members;
    private final TierStandings standings;
    private final InstantSource clock;

    PastTiers(
            DSLContext database,
            TransactionOperations transactions,
            LiveProgrammes programmes,
            Members members,
            TierStandings standings,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.programmes = programmes;
        this.members = members;
        this.standings = standings;
        this.clock = clock;
    }

    /// Some members; nothing where the brand has no tiers.
    ///
    /// @param after how far the call before came; null for the first
    /// @return null at the end
    public @Nullable CustomerNo replay(Brand brand, Instant since, @Nullable CustomerNo after) {
        LiveProgramme programme = programmes.current(database, brand.id()).orElse(null);
        if (programme == null || programme.tiers() == null) {
            return null;
        }
        int come = come(programme, since, after == null ? 0 : after.value());
        return come == END ? null : new CustomerNo(come);
    }

    /// The reader of the log holds members in the order of its events: of the two of us one may have to begin again.
    private int come(LiveProgramme programme, Instant since, int after) {
        for (int more = TRIES - 1; ; more--) {
            try {
                return Objects.requireNonNull(transactions.execute(_ -> piece(programme, since, after)));
            } catch (PessimisticLockingFailureException held) {
                if (more == 0) {
                    throw held;
                }
            }
        }
    }

    private int piece(LiveProgramme programme, Instant since, int after) {
        List<Account> found = database.selectFrom(MEMBER)
                .where(MEMBER.BRAND_ID.eq(programme.brand().id().value()))
                .and(MEMBER.OPENED_NO.gt(after))
                .orderBy(MEMBER.OPENED_NO)
                .limit(PIECE)
                .forUpdate()
                .fetch(Members::account);
        if (found.isEmpty()) {
            return END;
        }
        var theirs = members.of(
                database,
                programme.brand().id(),
                found.stream().map(Account::customer).toList());
        Instant now = clock.instant();
        for (Account account : found) {
            if (theirs.getOrDefault(account.customer(), List.of()).size() == 1) {
                standings.replay(database, programme, account, since, now);
            }
        }
        return found.getLast().opened().value();
    }
}
