package io.waterwheel.loyalty.sharing;

import static io.waterwheel.loyalty.generated.Tables.SHARED_ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.SHARED_INVITATION;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Secrets;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.PublicAddress;
import io.waterwheel.loyalty.SharingProblem;
import io.waterwheel.loyalty.generated.tables.records.SharedAccountRecord;
import io.waterwheel.loyalty.generated.tables.records.SharedInvitationRecord;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A holder's links, each of which lets one person join within a week.
@Component
public class SharedInvitations {

    private static final Duration VALID = Duration.ofDays(7);

    /// Until then whoever comes with one is told that it is over; after it, that there is none.
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final int BYTES = 15;

    private final DSLContext database;
    private final SharedAccounts accounts;
    private final SharedMoves moves;
    private final SharedViews views;
    private final SharingRules rules;
    private final PublicAddress address;
    private final InstantSource clock;

    SharedInvitations(
            DSLContext database,
            SharedAccounts accounts,
            SharedMoves moves,
            SharedViews views,
            SharingRules rules,
            PublicAddress address,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.moves = moves;
        this.views = views;
        this.rules = rules;
        this.address = address;
        this.clock = clock;
    }

    @Schema(name = "SharedInvitation")
    public record SharedInvitation(String code, String url, Instant until) {}

    /// What somebody is shown before they join.
    ///
    /// @param by               the holder's name, masked
    /// @param everybodySpends  whether others than the holder spend what is shared
    @Schema(name = "SharedInvitationSeen")
    public record SharedInvitationSeen(
            SharedKind kind, @Nullable String by, int people, boolean everybodySpends, Instant until) {}

    /// @throws Problem `not-found`, `sharing-not-holder`, `sharing-off`, `sharing-full`, `sharing-invitations-many`
    @Transactional
    public SharedInvitation invite(Member holder) {
        SharedAccountRecord account = moves.lock(
                database, accounts.holder(holder.brand(), holder.customer()).getAccountId());
        if (account.getClosedAt() != null) {
            throw SharedViews.none();
        }
        int most = most(holder.brand(), account);
        refuseFull(account, most);
        refuseMany(account, most);
        String code = Secrets.fresh(BYTES);
        Instant until = clock.instant().plus(VALID);
        SharedInvitationRecord invitation = database.newRecord(SHARED_INVITATION);
        invitation.setCodeHash(Sha256.of(code));
        invitation.setAccountId(account.getId());
        invitation.setUntilAt(until);
        invitation.store();
        return new SharedInvitation(code, address.of("/m/" + holder.brand().key() + "/?share=" + code), until);
    }

    /// @throws Problem `sharing-invitation-unknown`, `sharing-invitation-over`, `sharing-off`
    @Transactional
    public SharedInvitationSeen look(Brand brand, String code) {
        SharedInvitationRecord invitation = read(brand, code);
        SharedAccount account = views.of(moves.read(database, invitation.getAccountId()));
        SharingRule rule = rules.active(brand, account.kind());
        return new SharedInvitationSeen(
                account.kind(),
                account.people().getFirst().name(),
                account.people().size(),
                rule.everybodySpends(),
                invitation.getUntilAt());
    }

    /// @throws Problem `sharing-invitation-unknown`, `sharing-invitation-over`, `sharing-off`, `sharing-full`,
    ///                 `sharing-already`
    @Transactional
    public SharedAccount join(Member member, String code) {
        SharedInvitationRecord invitation = read(member.brand(), code);
        SharedAccountRecord account = moves.lock(database, invitation.getAccountId());
        if (account.getClosedAt() != null) {
            throw new Problem(SharingProblem.SHARING_INVITATION_OVER);
        }
        refuseFull(account, most(member.brand(), account));
        moves.join(database, account, member.customer(), false);
        database.update(SHARED_INVITATION)
                .set(SHARED_INVITATION.USED_AT, clock.instant())
                .where(SHARED_INVITATION.CODE_HASH.eq(invitation.getCodeHash()))
                .execute();
        return views.of(account);
    }

    /// Forgets invitations, used or not, that were over a month ago.
    void forgetOld() {
        database.deleteFrom(SHARED_INVITATION)
                .where(SHARED_INVITATION.UNTIL_AT.lt(clock.instant().minus(REMEMBERED)))
                .execute();
    }

    /// As many as the account may have people: links that nobody counts go round.
    private void refuseMany(SharedAccountRecord account, int most) {
        int open = database.fetchCount(
                SHARED_INVITATION,
                SHARED_INVITATION.ACCOUNT_ID.eq(account.getId()),
                SHARED_INVITATION.USED_AT.isNull(),
                SHARED_INVITATION.UNTIL_AT.gt(clock.instant()));
        if (open >= most) {
            throw new Problem(SharingProblem.SHARING_INVITATIONS_MANY).with("open", open);
        }
    }

    private int most(Brand brand, SharedAccountRecord account) {
        return rules.active(brand, SharedKind.of(account.getKind())).most();
    }

    private void refuseFull(SharedAccountRecord account, int most) {
        if (SharedMoves.people(database, account.getId()).size() >= most) {
            throw new Problem(SharingProblem.SHARING_FULL).with("most", most);
        }
    }

    /// Locked, so that of two who use it at once the second finds it used.
    private SharedInvitationRecord read(Brand brand, String code) {
        SharedInvitationRecord invitation = database.select(SHARED_INVITATION.fields())
                .from(SHARED_INVITATION)
                .join(SHARED_ACCOUNT)
                .on(SHARED_ACCOUNT.ID.eq(SHARED_INVITATION.ACCOUNT_ID))
                .where(SHARED_INVITATION.CODE_HASH.eq(Sha256.of(code)))
                .and(SHARED_ACCOUNT.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .of(SHARED_INVITATION)
                .fetchOptionalInto(SHARED_INVITATION)
                .orElseThrow(() -> new Problem(SharingProblem.SHARING_INVITATION_UNKNOWN));
        boolean closed = moves.read(database, invitation.getAccountId()).getClosedAt() != null;
        if (closed || invitation.getUsedAt() != null || !clock.instant().isBefore(invitation.getUntilAt())) {
            throw new Problem(SharingProblem.SHARING_INVITATION_OVER);
        }
        return invitation;
    }
}
