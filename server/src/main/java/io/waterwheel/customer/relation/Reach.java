package io.waterwheel.customer.relation;

import static io.waterwheel.customer.generated.Tables.CONSENT;
import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.TOUCHPOINT;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.CustomerChunk;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.IdentifierKind;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Whom a channel can and may reach, for many customers in one statement each.
@Component
public class Reach {

    private static final String MARKETING = "marketing";

    private final DSLContext database;

    Reach(DSLContext database) {
        this.database = database;
    }

    /// An address of a kind that needs no touchpoint reaches its customer until a touchpoint says that it has ended.
    public RoaringBitmap bound(BrandId brand, ChannelKind channel, RoaringBitmap customers) {
        Field<Short> ofBrand = DSL.val(brand.value());
        return CustomerChunk.found(customers, chunk -> bound(ofBrand, channel, chunk));
    }

    private RoaringBitmap bound(Field<Short> brand, ChannelKind channel, CustomerChunk chunk) {
        RoaringBitmap told =
                chunk.found(database, TOUCHPOINT.CUSTOMER_NO, touchpoint(brand, channel, channel.needsTouchpoint()));
        if (channel.needsTouchpoint()) {
            return told;
        }
        RoaringBitmap addressed = chunk.found(database, IDENTIFIER.CUSTOMER_NO, addressed(brand, channel));
        return RoaringBitmap.andNot(addressed, told);
    }

    /// Becoming a friend in WeCom is consent to hear from the brand there; an e-mail address or a phone number alone is
    /// not.
    public RoaringBitmap consenting(BrandId brand, ChannelKind channel, String purpose, RoaringBitmap customers) {
        boolean mustBeGranted = channel.marketingMustBeGranted() && purpose.equals(MARKETING);
        Condition which = CONSENT.BRAND_ID
                .eq(brand.value())
                .and(CONSENT.CHANNEL.eq(channel.standing().code()))
                .and(CONSENT.PURPOSE.eq(purpose))
                .and(CONSENT.GRANTED.eq(mustBeGranted));
        RoaringBitmap decided =
                CustomerChunk.found(customers, chunk -> chunk.found(database, CONSENT.CUSTOMER_NO, which));
        return mustBeGranted ? decided : RoaringBitmap.andNot(customers, decided);
    }

    /// The condition, on a customer number of an outer query, that marketing may reach it by the channel.
    public static Condition marketable(Field<Short> brand, ChannelKind channel, Field<Integer> customerNo) {
        Condition told = DSL.exists(DSL.selectOne()
                .from(TOUCHPOINT)
                .where(TOUCHPOINT.CUSTOMER_NO.eq(customerNo))
                .and(touchpoint(brand, channel, channel.needsTouchpoint())));
        Condition bound = channel.needsTouchpoint()
                ? told
                : DSL.exists(DSL.selectOne()
                                .from(IDENTIFIER)
                                .where(IDENTIFIER.CUSTOMER_NO.eq(customerNo))
                                .and(addressed(brand, channel)))
                        .andNot(told);
        boolean mustBeGranted = channel.marketingMustBeGranted();
        Condition decided = DSL.exists(DSL.selectOne()
                .from(CONSENT)
                .where(CONSENT.CUSTOMER_NO.eq(customerNo))
                .and(CONSENT.BRAND_ID.eq(brand))
                .and(CONSENT.CHANNEL.eq(channel.standing().code()))
                .and(CONSENT.PURPOSE.eq(MARKETING))
                .and(CONSENT.GRANTED.eq(mustBeGranted)));
        return bound.and(mustBeGranted ? decided : DSL.not(decided));
    }

    private static Condition touchpoint(Field<Short> brand, ChannelKind channel, boolean usable) {
        return TOUCHPOINT
                .BRAND_ID
                .eq(brand)
                .and(TOUCHPOINT.CHANNEL.eq(channel.standing().code()))
                .and(TOUCHPOINT.USABLE.eq(usable));
    }

    private static Condition addressed(Field<Short> brand, ChannelKind channel) {
        return IDENTIFIER
                .KIND
                .in(channel.addresses().stream().map(IdentifierKind::code).toList())
                .and(IDENTIFIER.BRAND_ID.isNull().or(IDENTIFIER.BRAND_ID.eq(brand)));
    }
}
