package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.CONSENT;
import static io.waterwheel.customer.generated.Tables.PROFILE;
import static io.waterwheel.customer.generated.Tables.RELATION;
import static io.waterwheel.customer.generated.Tables.TOUCHPOINT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Mask;
import io.waterwheel.customer.identity.Identifiers;
import io.waterwheel.customer.profile.CustomerProfile.Consent;
import io.waterwheel.customer.profile.CustomerProfile.MaskedIdentifier;
import io.waterwheel.customer.profile.CustomerProfile.PurchaseSummary;
import io.waterwheel.customer.profile.CustomerProfile.Touchpoint;
import io.waterwheel.customer.relation.ReachOfCustomer;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// Gathers what a brand knows of one customer.
@Component
public class CustomerPages {

    private final DSLContext database;
    private final Identifiers identifiers;
    private final Attributes attributes;
    private final ReachOfCustomer reach;

    CustomerPages(DSLContext database, Identifiers identifiers, Attributes attributes, ReachOfCustomer reach) {
        this.database = database;
        this.identifiers = identifiers;
        this.attributes = attributes;
        this.reach = reach;
    }

    /// The customer that a number belongs to now: whoever kept a link to a customer who has merged finds them.
    ///
    /// @throws Problem `not-found` when the brand knows no customer of that number
    public CustomerNo known(Brand brand, int number) {
        CustomerNo asked = new CustomerNo(number);
        CustomerNo customer = identifiers.current(List.of(asked)).getOrDefault(asked, asked);
        if (!database.fetchExists(
                RELATION, RELATION.BRAND_ID.eq(brand.id().value()).and(RELATION.CUSTOMER_NO.eq(customer.value())))) {
            throw missing(number);
        }
        return customer;
    }

    /// @throws Problem `not-found` when the brand knows no customer of that number
    public CustomerProfile profile(Brand brand, int number) {
        CustomerNo customer = known(brand, number);
        Record row = database.select()
                .from(RELATION)
                .join(PROFILE)
                .on(PROFILE.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO))
                .where(RELATION.BRAND_ID.eq(brand.id().value()))
                .and(RELATION.CUSTOMER_NO.eq(customer.value()))
                .fetchOptional()
                .orElseThrow(() -> missing(number));
        List<Identifiers.Known> known = identifiers.of(customer);
        return new CustomerProfile(
                customer,
                row.get(PROFILE.NAME),
                attributes.of(row.get(PROFILE.ATTRIBUTES), row.get(PROFILE.OTHERS)),
                known.stream()
                        .map(identifier -> new MaskedIdentifier(
                                identifier.kind(),
                                Mask.of(identifier.kind(), identifier.value()),
                                identifier.source(),
                                identifier.firstSeenAt()))
                        .toList(),
                touchpoints(brand, customer),
                reach.of(
                        brand,
                        customer,
                        known.stream().map(Identifiers.Known::kind).collect(Collectors.toSet())),
                consents(brand, customer),
                summary(row),
                row.get(RELATION.FIRST_SEEN_AT),
                row.get(RELATION.LAST_SEEN_AT),
                row.get(RELATION.MEMBER_SINCE));
    }

    private List<Touchpoint> touchpoints(Brand brand, CustomerNo customer) {
        return database.selectFrom(TOUCHPOINT)
                .where(TOUCHPOINT.BRAND_ID.eq(brand.id().value()))
                .and(TOUCHPOINT.CUSTOMER_NO.eq(customer.value()))
                .orderBy(TOUCHPOINT.CHANNEL, TOUCHPOINT.CHANGED_AT)
                .fetch(row -> new Touchpoint(
                        ChannelKind.of(row.getChannel()),
                        row.getUsable(),
                        row.getReason(),
                        row.getChangedAt(),
                        row.getVia().isEmpty() ? null : row.getVia()));
    }

    private List<Consent> consents(Brand brand, CustomerNo customer) {
        return database.selectFrom(CONSENT)
                .where(CONSENT.BRAND_ID.eq(brand.id().value()))
                .and(CONSENT.CUSTOMER_NO.eq(customer.value()))
                // What was said for all channels stands at each of them.
                .and(CONSENT.CHANNEL.ne("any"))
                .orderBy(CONSENT.CHANNEL, CONSENT.PURPOSE)
                .fetch(row -> new Consent(
                        ChannelKind.of(row.getChannel()),
                        row.getPurpose(),
                        row.getGranted(),
                        row.getAt(),
                        row.getSource()));
    }

    private static PurchaseSummary summary(Record row) {
        return new PurchaseSummary(
                row.get(RELATION.ORDERS),
                row.get(RELATION.REFUNDS),
                row.get(RELATION.GROSS_SALES) - row.get(RELATION.REFUNDED),
                row.get(RELATION.GROSS_SALES),
                row.get(RELATION.FIRST_ORDER_AT),
                row.get(RELATION.LAST_ORDER_AT));
    }

    private static Problem missing(int number) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + number);
    }
}
