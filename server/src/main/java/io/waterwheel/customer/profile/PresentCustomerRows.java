package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.CUSTOMER_TAG;
import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.PROFILE;
import static io.waterwheel.customer.generated.Tables.RELATION;
import static io.waterwheel.customer.generated.Tables.TOUCHPOINT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.FriendFacts;
import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.PresentCustomer.Parts;
import io.waterwheel.customer.PresentCustomers;
import io.waterwheel.customer.RelationFacts;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TouchpointFacts;
import io.waterwheel.customer.relation.Touchpoints;
import io.waterwheel.kernel.CustomerNo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// One customer with everything a question needs in one row: what there is many of comes as arrays, which cost no
/// second trip and are read without an object for each value. All by index: `relation_pkey`,
/// `purchase_of_customer`, `customer_tag_pkey`, `touchpoint_pkey`, `event_of_customer`.
@Component
class PresentCustomerRows implements PresentCustomers {

    private static final TouchpointFacts NOT_ASKED = new TouchpointFacts(false, false, false, false);

    private static final Field<Long[]> TAGS = DSL.field(DSL.name("tags"), Long[].class);
    private static final Field<String[]> FRIENDS = DSL.field(DSL.name("friends"), String[].class);
    private static final Field<String[]> FORMER_FRIENDS = DSL.field(DSL.name("former_friends"), String[].class);

    private static final String BRAND = "brand";
    private static final String NUMBER = "number";
    private static final String UNKNOWN_NUMBER = "unknown_number";

    private final DSLContext database;
    private final CustomerDirectory directory;
    private final PresentPurchases purchases;
    private final Map<Shape, PresentStatement> statements = new ConcurrentHashMap<>();

    /// Which parts there are: all that the text of the query hangs on.
    private record Shape(
            boolean described,
            boolean reach,
            boolean friends,
            boolean tags,
            boolean purchases,
            boolean sold,
            boolean events) {

        static Shape of(Parts parts) {
            return new Shape(
                    parts.described(),
                    parts.reach(),
                    parts.friends(),
                    parts.tags(),
                    parts.purchases() != null,
                    parts.purchases() != null && parts.purchases().sold(),
                    parts.events() != null);
        }
    }

    PresentCustomerRows(DSLContext database, CustomerDirectory directory, PresentPurchases purchases) {
        this.database = database;
        this.directory = directory;
        this.purchases = purchases;
    }

    @Override
    public Optional<PresentCustomer> find(Brand brand, CustomerNo number, Parts parts) {
        Map<String, Object> values = new HashMap<>();
        values.put(BRAND, brand.id().value());
        values.put(NUMBER, number.value());
        values.put(UNKNOWN_NUMBER, number.value());
        if (parts.purchases() != null) {
            PresentPurchases.ask(parts.purchases(), values);
        }
        if (parts.events() != null) {
            PresentEvents.ask(parts.events(), values);
        }
        return statements
                .computeIfAbsent(Shape.of(parts), shape -> PresentStatement.of(database, query(shape)))
                .ask(database, values, row -> present(row, brand, parts));
    }

    private Select<?> query(Shape shape) {
        Field<Integer> customer = DSL.coalesce(
                DSL.field(DSL.select(IDENTIFIER.CUSTOMER_NO)
                        .from(IDENTIFIER)
                        .where(IDENTIFIER.NO.eq(DSL.param(NUMBER, Integer.class)))),
                DSL.param(UNKNOWN_NUMBER, Integer.class));
        SelectJoinStep<? extends Record> related = database.select(columns(shape))
                .from(RELATION)
                .leftJoin(PROFILE)
                .on(PROFILE.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO));
        if (shape.purchases()) {
            related = related.crossJoin(DSL.lateral(PresentPurchases.of(shape.sold())));
        }
        if (shape.events()) {
            related = related.crossJoin(DSL.lateral(PresentEvents.table()));
        }
        return related.where(RELATION.BRAND_ID.eq(DSL.param(BRAND, Short.class)))
                .and(RELATION.CUSTOMER_NO.eq(customer));
    }

    private static List<SelectField<?>> columns(Shape shape) {
        List<SelectField<?>> columns = new ArrayList<>(List.of(
                RELATION.BRAND_ID,
                RELATION.CUSTOMER_NO,
                RELATION.FIRST_SEEN_AT,
                RELATION.LAST_SEEN_AT,
                RELATION.MEMBER_SINCE));
        if (shape.described()) {
            columns.addAll(
                    List.of(PROFILE.GENDER, PROFILE.BIRTHDAY, PROFILE.CITY, PROFILE.PROVINCE, PROFILE.ATTRIBUTES));
        }
        if (shape.reach()) {
            columns.addAll(Touchpoints.fields(RELATION.BRAND_ID, RELATION.CUSTOMER_NO));
        }
        if (shape.friends()) {
            columns.add(guides(TOUCHPOINT.USABLE.isTrue()).as(FRIENDS));
            columns.add(guides(TOUCHPOINT.USABLE.isFalse()).as(FORMER_FRIENDS));
        }
        if (shape.tags()) {
            columns.add(DSL.array(DSL.select(CUSTOMER_TAG.TAG_ID)
                            .from(CUSTOMER_TAG)
                            .where(CUSTOMER_TAG.BRAND_ID.eq(RELATION.BRAND_ID))
                            .and(CUSTOMER_TAG.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO))
                            .and(CUSTOMER_TAG.PRESENT.isTrue()))
                    .as(TAGS));
        }
        if (shape.purchases()) {
            columns.addAll(PresentPurchases.columns(shape.sold()));
        }
        if (shape.events()) {
            columns.addAll(PresentEvents.columns());
        }
        return columns;
    }

    private static Field<String[]> guides(Condition which) {
        return DSL.array(DSL.select(TOUCHPOINT.VIA)
                .from(TOUCHPOINT)
                .where(TOUCHPOINT.BRAND_ID.eq(RELATION.BRAND_ID))
                .and(TOUCHPOINT.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO))
                .and(TOUCHPOINT.CHANNEL.eq(ChannelKind.WECOM.code()))
                .and(TOUCHPOINT.VIA.ne(""))
                .and(which));
    }

    private PresentCustomer present(Record row, Brand brand, Parts parts) {
        CustomerNo customer = new CustomerNo(row.get(RELATION.CUSTOMER_NO));
        return new PresentCustomer(
                customer,
                directory.facts(customer, parts.described() ? row : null),
                new RelationFacts(
                        brand.id(),
                        customer,
                        row.get(RELATION.FIRST_SEEN_AT),
                        row.get(RELATION.LAST_SEEN_AT),
                        row.get(RELATION.MEMBER_SINCE),
                        parts.reach() ? Touchpoints.wecom(row) : NOT_ASKED,
                        parts.reach() ? Touchpoints.email(row) : NOT_ASKED,
                        parts.reach() ? Touchpoints.sms(row) : NOT_ASKED),
                parts.tags() ? tags(row.get(TAGS)) : Set.of(),
                parts.friends() ? friends(row, brand, customer) : List.of(),
                parts.purchases() == null
                        ? List.of()
                        : purchases.read(row, brand, parts.purchases().sold()),
                parts.events() == null ? List.of() : PresentEvents.read(row));
    }

    private static Set<TagId> tags(Long[] ids) {
        Set<TagId> tags = HashSet.newHashSet(ids.length);
        Arrays.stream(ids).map(TagId::new).forEach(tags::add);
        return tags;
    }

    private static List<FriendFacts> friends(Record row, Brand brand, CustomerNo customer) {
        List<FriendFacts> friends = new ArrayList<>();
        for (String guide : row.get(FRIENDS)) {
            friends.add(new FriendFacts(brand.id(), customer, guide, true));
        }
        for (String guide : row.get(FORMER_FRIENDS)) {
            friends.add(new FriendFacts(brand.id(), customer, guide, false));
        }
        return friends;
    }
}
