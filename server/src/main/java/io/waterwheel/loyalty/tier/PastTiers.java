package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.MEMBER;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.generated.tables.records.MemberRecord;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SelectForUpdateOfStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The tiers of members under a programme that counted before it was kept here. Whoever has several memberships is
/// left to be judged as of now.
@Component
public class PastTiers {

    private static final int PIECE = 50;

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
        List<Integer> piece = database.select(MEMBER.OPENED_NO)
                .from(MEMBER)
                .where(MEMBER.BRAND_ID.eq(brand.id().value()))
                .and(MEMBER.OPENED_NO.gt(after == null ? 0 : after.value()))
                .orderBy(MEMBER.OPENED_NO)
                .limit(PIECE)
                .fetch(MEMBER.OPENED_NO);
        if (piece.isEmpty()) {
            return null;
        }
        all(programme, since, piece);
        return new CustomerNo(piece.getLast());
    }

    /// The reader of the log holds members in the order of its events. So nobody is waited for while others are held:
    /// whom it holds is looked at afterwards and alone.
    private void all(LiveProgramme programme, Instant since, List<Integer> piece) {
        Set<Integer> seen = transactions.execute(_ ->
                judged(programme, since, lock(programme, piece).skipLocked().fetch(Members::account)));
        for (Integer opened : piece) {
            if (!seen.contains(opened)) {
                transactions.execute(_ -> judged(
                        programme, since, lock(programme, List.of(opened)).fetch(Members::account)));
            }
        }
    }

    private SelectForUpdateOfStep<MemberRecord> lock(LiveProgramme programme, List<Integer> opened) {
        return database.selectFrom(MEMBER)
                .where(MEMBER.BRAND_ID.eq(programme.brand().id().value()))
                .and(MEMBER.OPENED_NO.in(opened))
                .orderBy(MEMBER.OPENED_NO)
                .forUpdate();
    }

    private Set<Integer> judged(LiveProgramme programme, Instant since, List<Account> found) {
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
        return found.stream().map(account -> account.opened().value()).collect(Collectors.toSet());
    }
}
