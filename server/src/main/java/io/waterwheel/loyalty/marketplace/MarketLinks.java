package io.waterwheel.loyalty.marketplace;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MarketplaceProblem;
import io.waterwheel.loyalty.generated.tables.records.MarketplaceLinkRecord;
import io.waterwheel.loyalty.member.MemberEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The rows that say which account is which member.
@Component
class MarketLinks {

    /// Until the marketplace has bound the account as well; before, it would refuse to be told of it.
    private static final Duration BINDS = Duration.ofSeconds(2);

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final ShopDesk desk;
    private final MemberEvents events;
    private final Vault vault;
    private final InstantSource clock;

    MarketLinks(
            DSLContext database,
            TransactionOperations transactions,
            ShopDesk desk,
            MemberEvents events,
            Vault vault,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.desk = desk;
        this.events = events;
        this.vault = vault;
        this.clock = clock;
    }

    Optional<MarketplaceLinkRecord> linked(Shop shop, String account) {
        return last(shop, account, MARKETPLACE_LINK.STATE.eq(LinkState.LINKED));
    }

    /// The one now, or the last there was: what was spent through it can still come back.
    Optional<MarketplaceLinkRecord> everLinked(Shop shop, String account) {
        return last(shop, account, MARKETPLACE_LINK.STATE.ne(LinkState.FORGOTTEN));
    }

    private Optional<MarketplaceLinkRecord> last(Shop shop, String account, Condition state) {
        return database.selectFrom(MARKETPLACE_LINK)
                .where(
                        MARKETPLACE_LINK.SHOP_ID.eq(shop.id()),
                        MARKETPLACE_LINK.ACCOUNT_BLIND.eq(blind(shop, account)),
                        state)
                .orderBy(MARKETPLACE_LINK.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    /// Whether the member is bound to an account of this shop.
    boolean isBound(Shop shop, CustomerNo customer) {
        return database.fetchExists(
                MARKETPLACE_LINK,
                MARKETPLACE_LINK.SHOP_ID.eq(shop.id()),
                MARKETPLACE_LINK.CUSTOMER_NO.eq(customer.value()),
                MARKETPLACE_LINK.STATE.eq(LinkState.LINKED));
    }

    private byte[] blind(Shop shop, String account) {
        return vault.blind("marketplace/" + shop.id(), account);
    }

    /// One call at a time for a shop: two that come together do not bind one account or one member twice.
    ///
    /// @param mix what the mobile number was mixed to, when nobody is known who has it
    /// @throws Problem `marketplace-account-bound`, `marketplace-member-bound`, `marketplace-shop-unknown`
    void bind(Shop shop, String account, CustomerNo customer, byte @Nullable [] mix) {
        transactions.executeWithoutResult(_ -> {
            desk.own(shop.brand(), shop.id());
            Optional<MarketplaceLinkRecord> before = linked(shop, account);
            if (before.isPresent()) {
                if (!Integer.valueOf(customer.value()).equals(before.get().getCustomerNo())) {
                    throw new Problem(MarketplaceProblem.MARKETPLACE_ACCOUNT_BOUND);
                }
                return;
            }
            if (isBound(shop, customer)) {
                throw new Problem(MarketplaceProblem.MARKETPLACE_MEMBER_BOUND);
            }
            Instant now = clock.instant();
            long id = database.insertInto(MARKETPLACE_LINK)
                    .set(MARKETPLACE_LINK.BRAND_ID, shop.brand().id().value())
                    .set(MARKETPLACE_LINK.SHOP_ID, shop.id())
                    .set(MARKETPLACE_LINK.OPENED_NO, customer.value())
                    .set(MARKETPLACE_LINK.CUSTOMER_NO, customer.value())
                    .set(MARKETPLACE_LINK.ACCOUNT, vault.seal(account))
                    .set(MARKETPLACE_LINK.ACCOUNT_BLIND, blind(shop, account))
                    .set(MARKETPLACE_LINK.MIX, mix)
                    .set(MARKETPLACE_LINK.STATE, LinkState.LINKED)
                    .set(MARKETPLACE_LINK.LINKED_AT, now)
                    .set(MARKETPLACE_LINK.PUSH_AT, now.plus(BINDS))
                    .returningResult(MARKETPLACE_LINK.ID)
                    .fetchSingle()
                    .value1();
            tell(shop, customer, EventNames.MARKETPLACE_LINKED, id, now);
        });
    }

    /// The points stay. Once unbound, nothing more happens.
    ///
    /// @throws Problem `marketplace-not-linked`
    void unbind(Shop shop, String account) {
        transactions.executeWithoutResult(_ -> {
            MarketplaceLinkRecord link =
                    everLinked(shop, account).orElseThrow(() -> new Problem(MarketplaceProblem.MARKETPLACE_NOT_LINKED));
            Instant now = clock.instant();
            int ended = database.update(MARKETPLACE_LINK)
                    .set(MARKETPLACE_LINK.STATE, LinkState.ENDED)
                    .set(MARKETPLACE_LINK.ENDED_AT, now)
                    .setNull(MARKETPLACE_LINK.PUSH_AT)
                    .setNull(MARKETPLACE_LINK.MIX)
                    .where(MARKETPLACE_LINK.ID.eq(link.getId()), MARKETPLACE_LINK.STATE.eq(LinkState.LINKED))
                    .execute();
            if (ended > 0) {
                tell(shop, customer(link), EventNames.MARKETPLACE_UNLINKED, link.getId(), now);
            }
        });
    }

    /// Whose it is now.
    ///
    /// @throws Problem `marketplace-not-linked` of somebody who was forgotten
    static CustomerNo customer(MarketplaceLinkRecord link) {
        if (link.getCustomerNo() == null) {
            throw new Problem(MarketplaceProblem.MARKETPLACE_NOT_LINKED);
        }
        return new CustomerNo(link.getCustomerNo());
    }

    private void tell(Shop shop, CustomerNo customer, String event, long link, Instant at) {
        events.write(
                database,
                shop.brand().id(),
                customer,
                event,
                at,
                "marketplace:" + link + ":" + event,
                Map.of(
                        "marketplace", shop.dialect().code(),
                        "shop", shop.keys().name()));
    }

    /// What is told of a member has changed: it is pushed when somebody comes to it, whatever else changes until
    /// then.
    static void changed(DSLContext transaction, Condition which, Instant at) {
        transaction
                .update(MARKETPLACE_LINK)
                .set(MARKETPLACE_LINK.CHANGES, MARKETPLACE_LINK.CHANGES.plus(1))
                .set(
                        MARKETPLACE_LINK.PUSH_AT,
                        DSL.coalesce(MARKETPLACE_LINK.PUSH_AT, DSL.val(at, MARKETPLACE_LINK.PUSH_AT)))
                .where(which, MARKETPLACE_LINK.STATE.eq(LinkState.LINKED))
                .execute();
    }
}
