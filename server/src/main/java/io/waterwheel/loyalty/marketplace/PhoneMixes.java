package io.waterwheel.loyalty.marketplace;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_PHONE;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_SHOP;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MarketplaceProblem;
import io.waterwheel.loyalty.marketplace.dialect.MarketCall.Mobile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds whose a mixed mobile number is. A mix cannot be undone, so every known phone is mixed beforehand, for
/// each shop with its salt. A phone known later meets those who were bound before it was.
@Component
public class PhoneMixes {

    /// Identifiers at a time, of which some are phones.
    private static final int PIECE = 10_000;

    /// With more than so many to go a call does not wait for them.
    private static final int SOON = 20_000;

    private final DSLContext database;
    private final Customers customers;
    private final Vault vault;
    private final BuyerNames names;

    PhoneMixes(DSLContext database, Customers customers, Vault vault, BuyerNames names) {
        this.database = database;
        this.customers = customers;
        this.vault = vault;
        this.names = names;
    }

    /// The phone a marketplace means, in plain; null when nobody is known who has it, or too many.
    ///
    /// @throws Problem `marketplace-not-ready`, `marketplace-call-unreadable`
    @Nullable
    String phone(Shop shop, Mobile mobile) {
        String plain = mobile.phone();
        if (plain != null) {
            if (!plain.matches("[+0-9][0-9 -]{4,19}")) {
                throw new Problem(MarketplaceProblem.MARKETPLACE_CALL_UNREADABLE).with("what", "mobile");
            }
            return plain;
        }
        byte[] mix = mix(mobile);
        if (mix == null || !shop.dialect().mixes()) {
            return null;
        }
        catchUp(shop);
        Integer number = database.select(MARKETPLACE_PHONE.PHONE_NO)
                .from(MARKETPLACE_PHONE)
                .where(MARKETPLACE_PHONE.SHOP_ID.eq(shop.id()), MARKETPLACE_PHONE.MIX.eq(mix))
                .fetchOne(MARKETPLACE_PHONE.PHONE_NO);
        if (number == null) {
            return null;
        }
        CustomerNo whose = customers.currentOf(new CustomerNo(number));
        return customers.identifiers(IdentifierKind.PHONE, List.of(whose)).getOrDefault(whose, List.of()).stream()
                .filter(phone -> shop.dialect()
                        .mix(shop.keys(), phone)
                        .filter(one -> Arrays.equals(one, mix))
                        .isPresent())
                .findFirst()
                .orElse(null);
    }

    static byte @Nullable [] mix(Mobile mobile) {
        String text = mobile.mix();
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9a-fA-F]{32}")) {
            throw new Problem(MarketplaceProblem.MARKETPLACE_CALL_UNREADABLE).with("what", "mix_mobile");
        }
        return HexFormat.of().parseHex(text);
    }

    private void catchUp(Shop shop) {
        if (customers.newest() - through(shop) > SOON) {
            throw new Problem(MarketplaceProblem.MARKETPLACE_NOT_READY);
        }
        boolean more = true;
        while (more) {
            more = piece(shop);
        }
    }

    private int through(Shop shop) {
        return database.select(MARKETPLACE_SHOP.PHONES_TO)
                .from(MARKETPLACE_SHOP)
                .where(MARKETPLACE_SHOP.ID.eq(shop.id()))
                .fetchOptional(MARKETPLACE_SHOP.PHONES_TO)
                .orElse(0);
    }

    /// The next identifiers. Two at the same piece write the same.
    ///
    /// @return whether there may be more
    public boolean piece(Shop shop) {
        int from = through(shop);
        int newest = customers.newest();
        if (from >= newest || !shop.dialect().mixes()) {
            return false;
        }
        int to = Math.min(newest, from + PIECE);
        Map<ByteBuffer, String> mixed = new HashMap<>();
        RowSet rows = new RowSet(MARKETPLACE_PHONE.SHOP_ID, MARKETPLACE_PHONE.MIX, MARKETPLACE_PHONE.PHONE_NO);
        customers.between(IdentifierKind.PHONE, from, to).forEach((number, phone) -> {
            Optional<byte[]> mix = shop.dialect().mix(shop.keys(), phone);
            mix.ifPresent(one -> {
                mixed.put(ByteBuffer.wrap(one), phone);
                rows.row(shop.id(), one, number.value());
            });
        });
        database.transaction(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            if (!rows.isEmpty()) {
                RowSet.Given given = rows.as("given");
                transaction
                        .insertInto(MARKETPLACE_PHONE, given.columns())
                        .select(DSL.select(given.fields()).from(given.table()))
                        .onConflictDoNothing()
                        .execute();
            }
            transaction
                    .update(MARKETPLACE_SHOP)
                    .set(MARKETPLACE_SHOP.PHONES_TO, to)
                    .where(MARKETPLACE_SHOP.ID.eq(shop.id()), MARKETPLACE_SHOP.PHONES_TO.eq(from))
                    .execute();
        });
        meet(shop, mixed);
        return to < newest;
    }

    /// Those who were bound by a mix that was nobody's: the log puts them to the customer who has the phone.
    private void meet(Shop shop, Map<ByteBuffer, String> mixed) {
        if (mixed.isEmpty()) {
            return;
        }
        byte[][] mixes = mixed.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        database.select(MARKETPLACE_LINK.ID, MARKETPLACE_LINK.ACCOUNT, MARKETPLACE_LINK.MIX)
                .from(MARKETPLACE_LINK)
                .where(
                        MARKETPLACE_LINK.SHOP_ID.eq(shop.id()),
                        MARKETPLACE_LINK.STATE.eq(LinkState.LINKED),
                        MARKETPLACE_LINK.MIX.eq(DSL.any(mixes)))
                .forEach(row -> {
                    String phone = mixed.get(ByteBuffer.wrap(row.value3()));
                    if (phone != null) {
                        names.identified(
                                shop,
                                List.of(
                                        BuyerNames.buyer(shop, vault.open(row.value2())),
                                        new Identifier(IdentifierKind.PHONE, phone)));
                        database.update(MARKETPLACE_LINK)
                                .setNull(MARKETPLACE_LINK.MIX)
                                .where(MARKETPLACE_LINK.ID.eq(row.value1()))
                                .execute();
                    }
                });
    }
}
