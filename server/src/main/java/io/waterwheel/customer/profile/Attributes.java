package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.PROFILE;
import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.access.Brands;
import io.waterwheel.customer.profile.CustomerProfile.Attribute;
import io.waterwheel.customer.profile.CustomerProfile.OtherValue;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.privacy.Vault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is known of one customer, who said so, and why that stands.
@Component
public class Attributes {

    private final DSLContext database;
    private final ProfileRows rows;
    private final Brands brands;

    Attributes(DSLContext database, ProfileRows rows, Brands brands) {
        this.database = database;
        this.rows = rows;
        this.brands = brands;
    }

    /// One time somebody said what an attribute is.
    ///
    /// @param brand   whose source it was, by its key
    /// @param inForce whether this is what stands
    public record AttributeSaid(String value, String source, String brand, Instant at, boolean inForce) {}

    private record Told(long position, AttributeSaid said) {}

    List<Attribute> of(JSONB attributes, JSONB others) {
        ProfileValues values = rows.values(attributes, others);
        return values.attributes().entrySet().stream()
                .map(entry -> attribute(
                        entry.getKey(), entry.getValue(), values.others().getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private static Attribute attribute(String name, AttributeValue stands, List<AttributeValue> others) {
        AttributeValue newer = others.stream()
                .filter(other -> other.newerThan(stands))
                .max(Comparator.comparing(AttributeValue::at))
                .orElse(null);
        AttributeReason reason = others.isEmpty()
                ? AttributeReason.ONLY
                : newer == null ? AttributeReason.NEWEST : AttributeReason.PRIORITY;
        return new Attribute(
                name,
                shown(stands.value()),
                stands.source(),
                stands.at(),
                reason,
                newer == null ? null : newer.source(),
                others.stream()
                        .map(other -> new OtherValue(shown(other.value()), other.source(), other.at()))
                        .toList());
    }

    /// Who said what of one attribute, the newest first.
    public Page<AttributeSaid> history(CustomerNo customer, String attribute, PageRequest request) {
        AttributeValue stands = database.select(PROFILE.ATTRIBUTES)
                .from(PROFILE)
                .where(PROFILE.CUSTOMER_NO.eq(customer.value()))
                .fetchOptional(row -> rows.attributes(row.value1()).get(attribute))
                .orElse(null);
        Field<String> value = DSL.coalesce(
                        DSL.inline((String) null),
                        ProfileChange.names(attribute).stream()
                                .map(name -> DSL.field("{0} ->> {1}", String.class, EVENT.PROPERTIES, DSL.val(name)))
                                .toArray(Field<?>[]::new))
                .as("told");
        Condition which = EVENT.NAME
                .in(EventNames.IDENTIFIED, EventNames.FRIEND_ADDED)
                .and(EVENT.RETRACTED_BY.isNull())
                .and(DSL.or(ProfileChange.names(attribute).stream()
                        .map(name -> DSL.condition("jsonb_exists({0}, {1})", EVENT.PROPERTIES, DSL.val(name)))
                        .toList()));
        List<Told> found = CustomerEvents.newest(
                database,
                customer,
                which,
                request,
                List.of(EVENT.POSITION, EVENT.AT, EVENT.SOURCE, EVENT.BRAND_ID, value),
                row -> {
                    String text = Objects.requireNonNullElse(row.get("told", String.class), "");
                    Instant at = row.get(EVENT.AT);
                    String source = row.get(EVENT.SOURCE);
                    short brand = row.get(EVENT.BRAND_ID);
                    return new Told(
                            row.get(EVENT.POSITION),
                            new AttributeSaid(
                                    shown(text),
                                    source,
                                    brands.get(new BrandId(brand)).key(),
                                    at,
                                    stands(stands, brand, source, at)));
                });
        return Page.of(found, request.size(), row -> Cursor.of(row.said.at(), row.position))
                .map(Told::said);
    }

    /// The log keeps microseconds.
    private static boolean stands(@Nullable AttributeValue stands, short brand, String source, Instant at) {
        return stands != null
                && stands.brand() == brand
                && stands.source().equals(source)
                && stands.at().truncatedTo(ChronoUnit.MILLIS).equals(at.truncatedTo(ChronoUnit.MILLIS));
    }

    private static String shown(String value) {
        return Vault.isSealed(value) ? "****" : value;
    }
}
