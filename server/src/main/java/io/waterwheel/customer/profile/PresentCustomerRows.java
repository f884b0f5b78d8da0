package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.CUSTOMER_TAG;
import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.PROFILE;
import static io.waterwheel.customer.generated.Tables.PURCHASE;
import static io.waterwheel.customer.generated.Tables.RELATION;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.PresentCustomer.Parts;
import io.waterwheel.customer.PresentCustomer.Stretch;
import io.waterwheel.customer.PresentCustomers;
import io.waterwheel.customer.PurchaseFacts;
import io.waterwheel.customer.RelationFacts;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.purchase.PurchaseKind;
import io.waterwheel.customer.relation.Reach;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// One customer with everything a question needs in one row: what there is many of comes as arrays, which cost no
/// second trip and are read without an object for each value. All by index: `relation_pkey`, `purchase_of_customer`,
/// `customer_tag_pkey`.
@Component
class PresentCustomerRows implements PresentCustomers {

    private static final Field<Long[]> TAGS = DSL.field(DSL.name("tags"), Long[].class);
    private static final Field<Boolean> WECOM = DSL.field(DSL.name("wecom"), Boolean.class);
    private static final Field<Boolean> EMAIL = DSL.field(DSL.name("email"), Boolean.class);

    private static final Field<Long[]> TIMES =
            DSL.arrayAgg(micros(PURCHASE.AT)).as("times");
    private static final Field<Long[]> AMOUNTS = DSL.arrayAgg(PURCHASE.AMOUNT).as("amounts");
    private static final Field<String[]> KINDS = DSL.arrayAgg(PURCHASE.KIND).as("kinds");

    private final DSLContext database;
    private final CustomerDirectory directory;

    PresentCustomerRows(DSLContext database, CustomerDirectory directory) {
        this.database = database;
        this.directory = directory;
    }

    @Override
    public Optional<PresentCustomer> find(BrandId brand, CustomerNo number, Parts parts) {
        Field<Integer> customer = DSL.coalesce(
                DSL.field(DSL.select(IDENTIFIER.CUSTOMER_NO)
                        .from(IDENTIFIER)
                        .where(IDENTIFIER.NO.eq(number.value()))),
                DSL.val(number.value()));
        SelectJoinStep<? extends Record> related = database.select(columns(parts))
                .from(RELATION)
                .leftJoin(PROFILE)
                .on(PROFILE.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO));
        Stretch stretch = parts.purchases();
        if (stretch != null) {
            related = related.crossJoin(DSL.lateral(DSL.select(TIMES, AMOUNTS, KINDS)
                    .from(PURCHASE)
                    .where(PURCHASE.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO))
                    .and(PURCHASE.BRAND_ID.eq(RELATION.BRAND_ID))
                    .and(PURCHASE.AT.ge(stretch.from()))
                    .and(PURCHASE.AT.lt(stretch.to()))
                    .asTable("bought")));
        }
        return related.where(RELATION.BRAND_ID.eq(brand.value()))
                .and(RELATION.CUSTOMER_NO.eq(customer))
                .fetchOptional(row -> present(row, parts));
    }

    private static List<SelectField<?>> columns(Parts parts) {
        List<SelectField<?>> columns = new ArrayList<>(List.of(
                RELATION.BRAND_ID,
                RELATION.CUSTOMER_NO,
                RELATION.FIRST_SEEN_AT,
                RELATION.LAST_SEEN_AT,
                RELATION.MEMBER_SINCE));
        if (parts.described()) {
            columns.addAll(List.of(
                    PROFILE.GENDER, PROFILE.BIRTHDAY, PROFILE.CITY, PROFILE.PROVINCE, PROFILE.ATTRIBUTES));
        }
        if (parts.reach()) {
            columns.add(marketable(ChannelKind.WECOM).as(WECOM));
            columns.add(marketable(ChannelKind.EMAIL).as(EMAIL));
        }
        if (parts.tags()) {
            columns.add(DSL.array(DSL.select(CUSTOMER_TAG.TAG_ID)
                            .from(CUSTOMER_TAG)
                            .where(CUSTOMER_TAG.BRAND_ID.eq(RELATION.BRAND_ID))
                            .and(CUSTOMER_TAG.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO))
                            .and(CUSTOMER_TAG.PRESENT.isTrue()))
                    .as(TAGS));
        }
        if (parts.purchases() != null) {
            columns.addAll(List.of(bought(TIMES), bought(AMOUNTS), bought(KINDS)));
        }
        return columns;
    }

    private static <T> Field<T> bought(Field<T> array) {
        return DSL.field(DSL.name("bought", array.getName()), array.getDataType());
    }

    private static Field<Boolean> marketable(ChannelKind channel) {
        return DSL.field(Reach.marketable(RELATION.BRAND_ID, channel, RELATION.CUSTOMER_NO));
    }

    private PresentCustomer present(Record row, Parts parts) {
        CustomerNo customer = new CustomerNo(row.get(RELATION.CUSTOMER_NO));
        return new PresentCustomer(
                customer,
                directory.facts(customer, parts.described() ? row : null),
                new RelationFacts(
                        new BrandId(row.get(RELATION.BRAND_ID)),
                        customer,
                        row.get(RELATION.FIRST_SEEN_AT),
                        row.get(RELATION.LAST_SEEN_AT),
                        row.get(RELATION.MEMBER_SINCE),
                        parts.reach() && row.get(WECOM),
                        parts.reach() && row.get(EMAIL)),
                parts.tags() ? tags(row.get(TAGS)) : Set.of(),
                parts.purchases() == null ? List.of() : purchases(row));
    }

    private static Set<TagId> tags(Long[] ids) {
        Set<TagId> tags = HashSet.newHashSet(ids.length);
        Arrays.stream(ids).map(TagId::new).forEach(tags::add);
        return tags;
    }

    private static List<PurchaseFacts> purchases(Record row) {
        Long[] times = row.get(TIMES);
        if (times == null) {
            return List.of();
        }
        Long[] amounts = Objects.requireNonNull(row.get(AMOUNTS));
        String[] kinds = Objects.requireNonNull(row.get(KINDS));
        List<PurchaseFacts> purchases = new ArrayList<>(times.length);
        for (int i = 0; i < times.length; i++) {
            purchases.add(
                    new PurchaseFacts(kinds[i].equals(PurchaseKind.REFUND.code()), instant(times[i]), amounts[i]));
        }
        return purchases;
    }

    /// As exactly as the database keeps time, in a form that an array of it is read quickly.
    private static Field<Long> micros(Field<Instant> at) {
        return DSL.field("(extract(epoch from {0}) * 1000000)::bigint", Long.class, at);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
}
