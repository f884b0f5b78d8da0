package io.waterwheel.customer.relation;

import static io.waterwheel.customer.generated.Tables.CONSENT;
import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.TOUCHPOINT;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.ConsentPurpose;
import io.waterwheel.customer.FriendFacts;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.customer.TouchpointFacts;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// How it stands with the ways to reach many customers, as fields of a query about them: one look at a customer's
/// touchpoints, consents and phone numbers each. [Reach] says the same of one channel.
public final class Touchpoints {

    private static final int WECOM_WORKS = 1;
    private static final int WECOM_ENDED = 2;
    private static final int EMAIL_WORKS = 4;
    private static final int EMAIL_ENDED = 8;
    private static final int SMS_ENDED = 16;
    private static final int GRANTED = 1;
    private static final int REFUSED = 2;

    /// Bits of a consent are shifted so far, by whom it is for.
    private static final int FOR_WECOM = 0;

    private static final int FOR_EMAIL = 2;
    private static final int FOR_SMS = 4;

    private static final Field<Integer> TOUCHED = DSL.field(DSL.name("touched"), Integer.class);
    private static final Field<Integer> ALLOWED = DSL.field(DSL.name("allowed"), Integer.class);
    private static final Field<Boolean> PHONE = DSL.field(DSL.name("phone"), Boolean.class);

    private Touchpoints() {}

    /// @param brand    a brand of an outer query
    /// @param customer a customer of it
    public static List<Field<?>> fields(Field<Short> brand, Field<Integer> customer) {
        Field<Integer> touch = DSL.when(channel(ChannelKind.WECOM), works(WECOM_WORKS, WECOM_ENDED))
                .when(channel(ChannelKind.EMAIL), works(EMAIL_WORKS, EMAIL_ENDED))
                .when(channel(ChannelKind.SMS), works(0, SMS_ENDED))
                .otherwise(0);
        Field<Integer> touched = DSL.field(DSL.select(DSL.coalesce(DSL.bitOrAgg(touch), 0))
                .from(TOUCHPOINT)
                .where(TOUCHPOINT.CUSTOMER_NO.eq(customer), TOUCHPOINT.BRAND_ID.eq(brand)));
        Field<Integer> consent = DSL.when(CONSENT.CHANNEL.eq(ChannelKind.WECOM.code()), said(FOR_WECOM))
                .when(CONSENT.CHANNEL.eq(ChannelKind.EMAIL.code()), said(FOR_EMAIL))
                .when(CONSENT.CHANNEL.eq(ChannelKind.SMS.code()), said(FOR_SMS))
                .otherwise(0);
        Field<Integer> allowed = DSL.field(DSL.select(DSL.coalesce(DSL.bitOrAgg(consent), 0))
                .from(CONSENT)
                .where(
                        CONSENT.CUSTOMER_NO.eq(customer),
                        CONSENT.BRAND_ID.eq(brand),
                        CONSENT.PURPOSE.eq(ConsentPurpose.MARKETING.code())));
        Field<Boolean> phone = DSL.field(DSL.exists(DSL.selectOne()
                .from(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(customer), IDENTIFIER.KIND.eq(IdentifierKind.PHONE.code()))));
        return List.of(touched.as(TOUCHED), allowed.as(ALLOWED), phone.as(PHONE));
    }

    private static org.jooq.Condition channel(ChannelKind channel) {
        return TOUCHPOINT.CHANNEL.eq(channel.code());
    }

    private static Field<Integer> works(int works, int ended) {
        return DSL.when(TOUCHPOINT.USABLE, works).otherwise(ended);
    }

    private static Field<Integer> said(int shift) {
        return DSL.when(CONSENT.GRANTED, GRANTED << shift).otherwise(REFUSED << shift);
    }

    /// Becoming a friend is consent until it is withdrawn.
    public static TouchpointFacts wecom(Record row) {
        boolean works = has(row, TOUCHED, WECOM_WORKS);
        boolean ended = has(row, TOUCHED, WECOM_ENDED);
        boolean refused = has(row, ALLOWED, REFUSED << FOR_WECOM);
        return new TouchpointFacts(works || ended, works && !refused, refused, ended && !works);
    }

    public static TouchpointFacts email(Record row) {
        boolean works = has(row, TOUCHED, EMAIL_WORKS);
        boolean ended = has(row, TOUCHED, EMAIL_ENDED);
        boolean granted = has(row, ALLOWED, GRANTED << FOR_EMAIL);
        return new TouchpointFacts(
                works || ended, works && granted, has(row, ALLOWED, REFUSED << FOR_EMAIL), ended && !works);
    }

    /// A number works until a message to it came back.
    public static TouchpointFacts sms(Record row) {
        boolean known = Boolean.TRUE.equals(row.get(PHONE));
        boolean ended = has(row, TOUCHED, SMS_ENDED);
        boolean granted = has(row, ALLOWED, GRANTED << FOR_SMS);
        return new TouchpointFacts(
                known, known && granted && !ended, has(row, ALLOWED, REFUSED << FOR_SMS), known && ended);
    }

    private static boolean has(Record row, Field<Integer> bits, int bit) {
        return (row.get(bits) & bit) != 0;
    }

    /// Of a friendship whose guide was not named nobody can be asked.
    public static List<FriendFacts> friends(DSLContext database, Collection<CustomerNo> customers) {
        return database.select(TOUCHPOINT.BRAND_ID, TOUCHPOINT.CUSTOMER_NO, TOUCHPOINT.VIA, TOUCHPOINT.USABLE)
                .from(TOUCHPOINT)
                .where(
                        TOUCHPOINT.CUSTOMER_NO.eq(MovedCustomers.any(customers)),
                        channel(ChannelKind.WECOM),
                        TOUCHPOINT.VIA.ne(""))
                .fetch(row -> new FriendFacts(
                        new BrandId(row.value1()), new CustomerNo(row.value2()), row.value3(), row.value4()));
    }
}
