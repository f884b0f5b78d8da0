package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.PROFILE;
import static io.waterwheel.customer.generated.Tables.PURCHASE;
import static io.waterwheel.customer.generated.Tables.RELATION;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.CustomerFilter;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.FriendFacts;
import io.waterwheel.customer.Holder;
import io.waterwheel.customer.IdentityMoves;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.customer.RelationFacts;
import io.waterwheel.customer.consent.CustomerZones;
import io.waterwheel.customer.consent.QuietPreferences;
import io.waterwheel.customer.identity.Identifiers;
import io.waterwheel.customer.person.Tombstones;
import io.waterwheel.customer.relation.Reach;
import io.waterwheel.customer.relation.Touchpoints;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

@Component
class CustomerDirectory implements Customers {

    /// They have columns of their own.
    private static final Set<String> COLUMNS = Set.of("name", "gender", "birthday", "city", "province");

    private final DSLContext database;
    private final CustomerList list;
    private final Identifiers identifiers;
    private final Reach reach;
    private final QuietPreferences quiet;
    private final Tombstones tombstones;
    private final ProfileRows profiles;
    private final CustomerZones zones;

    CustomerDirectory(
            DSLContext database,
            CustomerList list,
            Identifiers identifiers,
            Reach reach,
            QuietPreferences quiet,
            Tombstones tombstones,
            ProfileRows profiles,
            CustomerZones zones) {
        this.database = database;
        this.list = list;
        this.identifiers = identifiers;
        this.reach = reach;
        this.quiet = quiet;
        this.tombstones = tombstones;
        this.profiles = profiles;
        this.zones = zones;
    }

    @Override
    public List<CustomerRow> rows(BrandId brand, Collection<CustomerNo> customers) {
        return list.rows(brand, customers);
    }

    @Override
    public List<CustomerFacts> facts(Collection<CustomerNo> customers) {
        if (customers.isEmpty()) {
            return List.of();
        }
        return database.selectFrom(PROFILE)
                .where(PROFILE.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .fetch(row -> facts(new CustomerNo(row.getCustomerNo()), row));
    }

    /// @param profile a row with the columns of the profile; null for a customer of whom nothing is told
    CustomerFacts facts(CustomerNo customer, @Nullable Record profile) {
        JSONB attributes = profile == null ? null : profile.get(PROFILE.ATTRIBUTES);
        if (profile == null || attributes == null) {
            return new CustomerFacts(customer, null, null, null, null, Map.of());
        }
        return new CustomerFacts(
                customer,
                profile.get(PROFILE.GENDER),
                profile.get(PROFILE.BIRTHDAY),
                profile.get(PROFILE.CITY),
                profile.get(PROFILE.PROVINCE),
                attributes(attributes, false));
    }

    @Override
    public List<RelationFacts> relations(Collection<CustomerNo> customers) {
        if (customers.isEmpty()) {
            return List.of();
        }
        return database.select(RELATION.fields())
                .select(Touchpoints.fields(RELATION.BRAND_ID, RELATION.CUSTOMER_NO))
                .from(RELATION)
                .where(RELATION.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .fetch(row -> new RelationFacts(
                        new BrandId(row.get(RELATION.BRAND_ID)),
                        new CustomerNo(row.get(RELATION.CUSTOMER_NO)),
                        row.get(RELATION.FIRST_SEEN_AT),
                        row.get(RELATION.LAST_SEEN_AT),
                        row.get(RELATION.MEMBER_SINCE),
                        Touchpoints.wecom(row),
                        Touchpoints.email(row),
                        Touchpoints.sms(row)));
    }

    @Override
    public List<FriendFacts> friends(Collection<CustomerNo> customers) {
        return customers.isEmpty() ? List.of() : Touchpoints.friends(database, customers);
    }

    @Override
    public Set<Long> countedPurchases(Collection<Long> positions) {
        if (positions.isEmpty()) {
            return Set.of();
        }
        return database.select(PURCHASE.POSITION)
                .from(PURCHASE)
                .where(PURCHASE.POSITION.eq(DSL.any(positions.toArray(Long[]::new))))
                .fetchSet(PURCHASE.POSITION);
    }

    @Override
    public Set<CustomerNo> purchasedBehind(long position, Collection<CustomerNo> customers) {
        return database.selectDistinct(PURCHASE.CUSTOMER_NO)
                .from(PURCHASE)
                .where(PURCHASE.CUSTOMER_NO.eq(
                        DSL.any(customers.stream().map(CustomerNo::value).toArray(Integer[]::new))))
                .and(PURCHASE.POSITION.gt(position))
                .fetchSet(row -> new CustomerNo(row.value1()));
    }

    @Override
    public Map<CustomerNo, List<String>> addresses(ChannelKind channel, Collection<CustomerNo> customers) {
        return identifiers.values(channel.address(), customers);
    }

    @Override
    public Map<CustomerNo, List<String>> identifiers(IdentifierKind kind, Collection<CustomerNo> customers) {
        return identifiers.values(kind, customers);
    }

    @Override
    public RoaringBitmap bound(BrandId brand, ChannelKind channel, RoaringBitmap customers) {
        return reach.bound(brand, channel, customers);
    }

    @Override
    public RoaringBitmap consenting(BrandId brand, ChannelKind channel, String purpose, RoaringBitmap customers) {
        return reach.consenting(brand, channel, purpose, customers);
    }

    @Override
    public RoaringBitmap quiet(Brand brand, RoaringBitmap customers, Instant at, boolean hours) {
        return quiet.quiet(brand, customers, at, hours);
    }

    @Override
    public Map<CustomerNo, Instant> quietHours(Brand brand, RoaringBitmap customers, Instant at) {
        return quiet.hours(brand, customers, at);
    }

    @Override
    public Map<CustomerNo, ZoneId> zones(Collection<CustomerNo> customers) {
        return zones.of(customers);
    }

    @Override
    public Map<CustomerNo, Map<String, String>> templateValues(Set<CustomerNo> customers) {
        Map<CustomerNo, Map<String, String>> values = HashMap.newHashMap(customers.size());
        database.select(PROFILE.CUSTOMER_NO, PROFILE.ATTRIBUTES)
                .from(PROFILE)
                .where(PROFILE.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .forEach(row -> values.put(new CustomerNo(row.value1()), attributes(row.value2(), true)));
        return values;
    }

    @Override
    public Map<CustomerNo, Map<String, String>> templateValues(Set<CustomerNo> customers, Set<String> names) {
        List<String> asked = List.copyOf(names);
        List<Field<?>> columns = new ArrayList<>(List.of(PROFILE.CUSTOMER_NO));
        asked.forEach(name ->
                columns.add(DSL.field("{0} -> {1} ->> 'value'", String.class, PROFILE.ATTRIBUTES, DSL.val(name))));
        Map<CustomerNo, Map<String, String>> values = HashMap.newHashMap(customers.size());
        database.select(columns)
                .from(PROFILE)
                .where(PROFILE.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .forEach(row -> {
                    Map<String, String> known = HashMap.newHashMap(asked.size());
                    for (int i = 0; i < asked.size(); i++) {
                        String value = (String) row.get(i + 1);
                        if (value != null && !Vault.isSealed(value)) {
                            known.put(asked.get(i), value);
                        }
                    }
                    values.put(new CustomerNo(row.get(PROFILE.CUSTOMER_NO)), known);
                });
        return values;
    }

    @Override
    public RoaringBitmap matching(BrandId brand, CustomerFilter filter) {
        return list.all(brand, filter);
    }

    @Override
    public Map<String, CustomerNo> named(BrandId brand, IdentifierKind kind, Collection<String> values) {
        return identifiers.find(brand, kind, values);
    }

    @Override
    public Map<String, Holder> holders(BrandId brand, IdentifierKind kind, Collection<String> values) {
        return identifiers.holders(brand, kind, values);
    }

    @Override
    public long identityMark() {
        return identifiers.mark();
    }

    @Override
    public IdentityMoves moves(long mark) {
        return identifiers.moves(mark);
    }

    @Override
    public Map<Identifier, Instant> erased(BrandId brand, Collection<Identifier> asked) {
        return tombstones.when(brand, asked);
    }

    @Override
    public Set<CustomerNo> erased(Collection<CustomerNo> numbers) {
        return tombstones.among(numbers);
    }

    @Override
    public Map<CustomerNo, String> between(IdentifierKind kind, int from, int to) {
        return identifiers.between(kind, from, to);
    }

    @Override
    public int newest() {
        return identifiers.newest();
    }

    @Override
    public Map<CustomerNo, CustomerNo> current(Collection<CustomerNo> numbers) {
        return identifiers.current(numbers);
    }

    @Override
    public RoaringBitmap current(RoaringBitmap numbers) {
        return identifiers.current(numbers);
    }

    @Override
    public Map<CustomerNo, CustomerNo> numbers(Collection<CustomerNo> customers) {
        return identifiers.numbers(customers);
    }

    private Map<String, String> attributes(JSONB stored, boolean withColumns) {
        Map<String, String> attributes = new HashMap<>();
        profiles.attributes(stored).forEach((name, value) -> {
            if ((withColumns || !COLUMNS.contains(name)) && !Vault.isSealed(value.value())) {
                attributes.put(name, value.value());
            }
        });
        return attributes;
    }
}
