package io.waterwheel.customer.relation;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.PROFILE;
import static io.waterwheel.customer.generated.Tables.REFERRAL;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.customer.Referrers;
import io.waterwheel.customer.identity.Identifiers;
import io.waterwheel.customer.relation.CustomerRelations.Referral;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Projection;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Who was brought by whom. The referrer is kept as the event named them and looked up when somebody asks: they may
/// become known later than whom they brought, and merge with others.
@Component
@Order(6)
class Referrals implements Projection, CustomerState, Referrers {

    private static final Field<Integer> BY = DSL.field(DSL.name("referrer_no"), SQLDataType.INTEGER);
    private static final int SHOWN_MOST = 100;
    private static final String MENTIONED = "\"referrer\"";

    private final DSLContext database;
    private final Vault vault;
    private final JsonMapper json;

    Referrals(DSLContext database, Vault vault, JsonMapper json) {
        this.database = database;
        this.vault = vault;
        this.json = json;
    }

    /// The first who brought them, by the time of the event; nobody brings themselves.
    @Nullable
    Referral referrer(Brand brand, CustomerNo customer) {
        return database.select(IDENTIFIER.CUSTOMER_NO, PROFILE.NAME, REFERRAL.AT)
                .from(REFERRAL)
                .leftJoin(IDENTIFIER)
                .on(IDENTIFIER.BLIND.eq(REFERRAL.REFERRER))
                .leftJoin(PROFILE)
                .on(PROFILE.CUSTOMER_NO.eq(IDENTIFIER.CUSTOMER_NO))
                .where(REFERRAL.CUSTOMER_NO.eq(customer.value()))
                .and(REFERRAL.BRAND_ID.eq(brand.id().value()))
                .and(IDENTIFIER.CUSTOMER_NO.isDistinctFrom(customer.value()))
                .orderBy(REFERRAL.AT, REFERRAL.REFERRER)
                .limit(1)
                .fetchOne(row -> new Referral(
                        row.value1() == null ? null : new CustomerNo(row.value1()), row.value2(), row.value3()));
    }

    @Override
    public Map<CustomerNo, CustomerNo> referrers(BrandId brand, Collection<CustomerNo> customers) {
        Table<?> first = first(brand, REFERRAL.CUSTOMER_NO.eq(MovedCustomers.any(customers)));
        Map<CustomerNo, CustomerNo> brought = new HashMap<>();
        database.select(first.field(REFERRAL.CUSTOMER_NO), first.field(BY))
                .from(first)
                .where(first.field(BY).isNotNull())
                .forEach(row -> brought.put(new CustomerNo(row.value1()), new CustomerNo(row.value2())));
        return brought;
    }

    List<Referral> referred(Brand brand, CustomerNo customer) {
        Table<?> first = first(brand.id(), saidToBeBroughtBy(customer));
        return database.select(first.field(REFERRAL.CUSTOMER_NO), PROFILE.NAME, first.field(REFERRAL.AT))
                .from(first)
                .join(PROFILE)
                .on(PROFILE.CUSTOMER_NO.eq(first.field(REFERRAL.CUSTOMER_NO)))
                .where(first.field(BY).eq(customer.value()))
                .orderBy(
                        first.field(REFERRAL.AT).desc(),
                        first.field(REFERRAL.CUSTOMER_NO).desc())
                .limit(SHOWN_MOST)
                .fetch(row -> new Referral(new CustomerNo(row.value1()), row.value2(), row.value3()));
    }

    int brought(Brand brand, CustomerNo customer) {
        Table<?> first = first(brand.id(), saidToBeBroughtBy(customer));
        return database.fetchCount(first, first.field(BY).eq(customer.value()));
    }

    private static Condition saidToBeBroughtBy(CustomerNo customer) {
        var theirs = REFERRAL.as("theirs");
        var own = IDENTIFIER.as("own");
        return REFERRAL.CUSTOMER_NO.in(DSL.select(theirs.CUSTOMER_NO)
                .from(theirs)
                .where(theirs.REFERRER.in(
                        DSL.select(own.BLIND).from(own).where(own.CUSTOMER_NO.eq(customer.value())))));
    }

    /// Of each of these, who brought them first.
    private static Table<?> first(BrandId brand, Condition whom) {
        return DSL.select(REFERRAL.CUSTOMER_NO, IDENTIFIER.CUSTOMER_NO.as(BY), REFERRAL.AT)
                .distinctOn(REFERRAL.CUSTOMER_NO)
                .from(REFERRAL)
                .leftJoin(IDENTIFIER)
                .on(IDENTIFIER.BLIND.eq(REFERRAL.REFERRER))
                .where(REFERRAL.BRAND_ID.eq(brand.value()))
                .and(whom)
                .and(IDENTIFIER.CUSTOMER_NO.isDistinctFrom(REFERRAL.CUSTOMER_NO))
                .orderBy(REFERRAL.CUSTOMER_NO, REFERRAL.AT, REFERRAL.REFERRER)
                .asTable("first");
    }

    @Override
    public void apply(DSLContext transaction, List<LoggedEvent> events) {
        RowSet rows = new RowSet(REFERRAL.fields());
        for (LoggedEvent event : events) {
            CustomerNo customer = event.customer();
            if (customer != null && tells(event)) {
                Referrer.named(json.readTree(event.properties()).path("referrer"), vault)
                        .ifPresent(referrer ->
                                rows.row(event.brand().value(), customer.value(), blind(event, referrer), event.at()));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(REFERRAL, REFERRAL.fields())
                .select(DSL.select(
                                given.field(REFERRAL.BRAND_ID),
                                given.field(REFERRAL.CUSTOMER_NO),
                                given.field(REFERRAL.REFERRER),
                                DSL.min(given.field(REFERRAL.AT)))
                        .from(given.table())
                        .groupBy(
                                given.field(REFERRAL.BRAND_ID),
                                given.field(REFERRAL.CUSTOMER_NO),
                                given.field(REFERRAL.REFERRER)))
                .onConflict(REFERRAL.BRAND_ID, REFERRAL.CUSTOMER_NO, REFERRAL.REFERRER)
                .doUpdate()
                .set(REFERRAL.AT, DSL.least(REFERRAL.AT, DSL.excluded(REFERRAL.AT)))
                .execute();
    }

    private byte[] blind(LoggedEvent event, Identifier referrer) {
        return Identifiers.blind(vault, event.brand(), referrer);
    }

    /// Looked for in the text first: nearly no event has it.
    private static boolean tells(LoggedEvent event) {
        return (event.name().equals(EventNames.CUSTOMER_REFERRED)
                        || event.name().equals(EventNames.IDENTIFIED))
                && event.properties().contains(MENTIONED);
    }

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        MovedCustomers moved = MovedCustomers.of(into);
        transaction
                .insertInto(REFERRAL, REFERRAL.fields())
                .select(DSL.select(REFERRAL.BRAND_ID, moved.to(), REFERRAL.REFERRER, DSL.min(REFERRAL.AT))
                        .from(REFERRAL)
                        .join(moved.table())
                        .on(REFERRAL.CUSTOMER_NO.eq(moved.from()))
                        .groupBy(REFERRAL.BRAND_ID, moved.to(), REFERRAL.REFERRER))
                .onConflict(REFERRAL.BRAND_ID, REFERRAL.CUSTOMER_NO, REFERRAL.REFERRER)
                .doUpdate()
                .set(REFERRAL.AT, DSL.least(REFERRAL.AT, DSL.excluded(REFERRAL.AT)))
                .execute();
        clear(transaction, into.keySet());
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .deleteFrom(REFERRAL)
                .where(REFERRAL.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
    }
}
