package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_TEMPLATE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.CouponGrant;
import io.waterwheel.loyalty.CouponGranted;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.CustomerCoupon;
import io.waterwheel.loyalty.coupon.issue.Issuing.Wish;
import io.waterwheel.loyalty.coupon.template.CouponTemplates;
import io.waterwheel.loyalty.coupon.template.TemplateState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Hands out coupons, and tells who has which.
@Component
class CouponDesk implements Coupons {

    private static final int SHOWN = 100;

    private final DSLContext database;
    private final Issuing issuing;
    private final CouponTemplates templates;
    private final CouponViews views;
    private final Customers customers;
    private final InstantSource clock;

    CouponDesk(
            DSLContext database,
            Issuing issuing,
            CouponTemplates templates,
            CouponViews views,
            Customers customers,
            InstantSource clock) {
        this.database = database;
        this.issuing = issuing;
        this.templates = templates;
        this.views = views;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public List<CouponGranted> issue(Brand brand, CouponTemplateId template, List<CouponGrant> grants) {
        Map<CustomerNo, CustomerNo> current =
                customers.current(grants.stream().map(CouponGrant::customer).toList());
        Map<String, CouponGranted> granted = issuing.issue(
                brand,
                template,
                grants.stream()
                        .map(grant -> new Wish(
                                grant.key(),
                                grant.customer(),
                                current.getOrDefault(grant.customer(), grant.customer()),
                                grant.origin()))
                        .toList());
        return grants.stream()
                .map(grant -> Objects.requireNonNull(granted.get(grant.key())))
                .toList();
    }

    @Override
    public String name(Brand brand, CouponTemplateId template) {
        return templates.get(brand, template).name();
    }

    @Override
    public Map<CouponTemplateId, String> active(Brand brand) {
        return database.select(COUPON_TEMPLATE.ID, COUPON_TEMPLATE.NAME)
                .from(COUPON_TEMPLATE)
                .where(COUPON_TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .and(COUPON_TEMPLATE.STATE.eq(TemplateState.ACTIVE.code()))
                .fetchMap(row -> new CouponTemplateId(row.value1()), Record2::value2);
    }

    @Override
    public Map<CustomerNo, List<CustomerCoupon>> of(Brand brand, Collection<CustomerNo> asked) {
        Map<CustomerNo, List<CustomerCoupon>> found = new LinkedHashMap<>();
        var row = DSL.rowNumber()
                .over(DSL.partitionBy(COUPON.CUSTOMER_NO).orderBy(COUPON.ID.desc()))
                .as("place");
        var numbered = database.select(COUPON.ID, row)
                .from(COUPON)
                .where(COUPON.CUSTOMER_NO.eq(
                        DSL.any(asked.stream().map(CustomerNo::value).toArray(Integer[]::new))))
                .and(COUPON.BRAND_ID.eq(brand.id().value()))
                .asTable("numbered");
        Instant now = clock.instant();
        database.select(COUPON.fields())
                .from(COUPON)
                .join(numbered)
                .on(numbered.field(COUPON.ID).eq(COUPON.ID))
                .join(COUPON_TEMPLATE)
                .on(COUPON_TEMPLATE.ID.eq(COUPON.TEMPLATE_ID))
                .where(numbered.field(row).le(SHOWN))
                .orderBy(COUPON.ID.desc())
                .fetchInto(COUPON)
                .forEach(coupon -> found.computeIfAbsent(new CustomerNo(coupon.getCustomerNo()), _ -> new ArrayList<>())
                        .add(views.of(coupon, now)));
        return found;
    }
}
