package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.CUSTOMER_TAG;
import static io.waterwheel.customer.generated.Tables.PROFILE;
import static io.waterwheel.customer.generated.Tables.RELATION;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.CustomerFilter;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.customer.Mask;
import io.waterwheel.customer.identity.Identifiers;
import io.waterwheel.customer.relation.Reach;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// A brand's customers, most recently seen first, by keyset over `relation_by_last_seen`: any page of a million is
/// as quick as the first.
@Component
public class CustomerList {

    private static final int COUNT_MOST = 10_000;
    private static final Field<Boolean> WECOM = DSL.field(DSL.name("wecom"), Boolean.class);
    private static final Field<Boolean> EMAIL = DSL.field(DSL.name("email"), Boolean.class);

    private final DSLContext database;
    private final Identifiers identifiers;

    CustomerList(DSLContext database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    /// @param exact false when counting stopped at ten thousand
    public record CustomerCount(long count, boolean exact) {}

    public Page<CustomerRow> page(BrandId brand, CustomerFilter filter, PageRequest request) {
        Condition which = condition(brand, filter);
        Cursor cursor = Cursor.decode(request.cursor(), 2);
        if (cursor != null) {
            which = which.and(
                    DSL.row(RELATION.LAST_SEEN_AT, RELATION.CUSTOMER_NO).lt(cursor.instant(0), (int) cursor.number(1)));
        }
        List<Record> found = database.select(columns())
                .from(RELATION)
                .join(PROFILE)
                .on(PROFILE.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO))
                .where(which)
                .orderBy(RELATION.LAST_SEEN_AT.desc(), RELATION.CUSTOMER_NO.desc())
                .limit(request.size() + 1)
                .fetch();
        Page<Record> page = Page.of(
                found, request.size(), row -> Cursor.of(row.get(RELATION.LAST_SEEN_AT), row.get(RELATION.CUSTOMER_NO)));
        return new Page<>(rows(page.items()), page.next());
    }

    public List<CustomerRow> rows(BrandId brand, Collection<CustomerNo> customers) {
        List<Record> found = database.select(columns())
                .from(RELATION)
                .join(PROFILE)
                .on(PROFILE.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO))
                .where(RELATION.BRAND_ID.eq(brand.value()))
                .and(RELATION.CUSTOMER_NO.eq(
                        DSL.any(customers.stream().map(CustomerNo::value).toArray(Integer[]::new))))
                .fetch();
        Map<CustomerNo, CustomerRow> byNumber =
                rows(found).stream().collect(Collectors.toMap(CustomerRow::customerNo, Function.identity()));
        return customers.stream()
                .flatMap(customer -> Stream.ofNullable(byNumber.get(customer)))
                .toList();
    }

    /// All of a brand, or of a filter up to ten thousand: a list that long is narrowed, not read.
    public CustomerCount count(BrandId brand, CustomerFilter filter) {
        if (filter.empty()) {
            return new CustomerCount(database.fetchCount(RELATION, RELATION.BRAND_ID.eq(brand.value())), true);
        }
        int counted = database.fetchCount(
                DSL.selectOne().from(RELATION).where(condition(brand, filter)).limit(COUNT_MOST + 1));
        return new CustomerCount(Math.min(counted, COUNT_MOST), counted <= COUNT_MOST);
    }

    /// On the relation alone, so that counting needs no join.
    private Condition condition(BrandId brand, CustomerFilter filter) {
        Condition which = RELATION.BRAND_ID.eq(brand.value());
        if (filter.q() != null && !filter.q().isBlank()) {
            which = which.and(search(brand, filter.q().strip()));
        }
        if (filter.city() != null) {
            which = which.and(RELATION.CUSTOMER_NO.in(
                    DSL.select(PROFILE.CUSTOMER_NO).from(PROFILE).where(PROFILE.CITY.eq(filter.city()))));
        }
        if (filter.reachable() != null) {
            which = which.and(reachable(filter.reachable()));
        }
        if (filter.minOrders() != null) {
            which = which.and(RELATION.ORDERS.ge(filter.minOrders()));
        }
        if (filter.maxOrders() != null) {
            which = which.and(RELATION.ORDERS.le(filter.maxOrders()));
        }
        if (filter.minSales() != null) {
            which = which.and(netSales().ge(filter.minSales()));
        }
        if (filter.lastOrderAfter() != null) {
            which = which.and(RELATION.LAST_ORDER_AT.ge(filter.lastOrderAfter()));
        }
        if (filter.lastOrderBefore() != null) {
            which = which.and(RELATION.LAST_ORDER_AT.lt(filter.lastOrderBefore()));
        }
        if (filter.tag() != null) {
            which = which.and(tagged(brand, filter.tag()));
        }
        return which;
    }

    /// Everyone of a filter, as a set.
    RoaringBitmap all(BrandId brand, CustomerFilter filter) {
        RoaringBitmap customers = new RoaringBitmap();
        try (var rows = database.select(RELATION.CUSTOMER_NO)
                .from(RELATION)
                .where(condition(brand, filter))
                .fetchLazy()) {
            rows.forEach(row -> customers.add(row.value1()));
        }
        return customers;
    }

    /// By `customer_tag_with`.
    private static Condition tagged(BrandId brand, long tag) {
        return RELATION.CUSTOMER_NO.in(DSL.select(CUSTOMER_TAG.CUSTOMER_NO)
                .from(CUSTOMER_TAG)
                .where(CUSTOMER_TAG.BRAND_ID.eq(brand.value()))
                .and(CUSTOMER_TAG.TAG_ID.eq(tag))
                .and(CUSTOMER_TAG.PRESENT.isTrue()));
    }

    private Condition search(BrandId brand, String text) {
        List<Integer> numbers = new ArrayList<>();
        for (IdentifierKind kind : IdentifierKind.values()) {
            if (kind != IdentifierKind.PHONE || text.matches(".*[0-9].*")) {
                identifiers
                        .find(brand, new Identifier(kind, text))
                        .ifPresent(customer -> numbers.add(customer.value()));
            }
        }
        if (text.matches("[1-9][0-9]{0,8}")) {
            CustomerNo number = new CustomerNo(Integer.parseInt(text));
            numbers.add(identifiers
                    .current(List.of(number))
                    .getOrDefault(number, number)
                    .value());
        }
        // One set of numbers: an "or" across two tables would read the whole list.
        return RELATION.CUSTOMER_NO.in(DSL.select(PROFILE.CUSTOMER_NO)
                .from(PROFILE)
                .where(PROFILE.NAME.startsWith(text))
                .unionAll(
                        DSL.select(DSL.field("unnest({0})", Integer.class, DSL.val(numbers.toArray(Integer[]::new))))));
    }

    private static Condition reachable(String channels) {
        Condition wecom = Reach.marketable(RELATION.BRAND_ID, ChannelKind.WECOM, RELATION.CUSTOMER_NO);
        Condition email = Reach.marketable(RELATION.BRAND_ID, ChannelKind.EMAIL, RELATION.CUSTOMER_NO);
        return switch (channels) {
            case "wecom" -> wecom;
            case "email" -> email;
            case "any" -> wecom.or(email);
            case "none" -> DSL.not(wecom.or(email));
            default -> DSL.noCondition();
        };
    }

    private static Field<Long> netSales() {
        return RELATION.GROSS_SALES.minus(RELATION.REFUNDED);
    }

    private static List<SelectFieldOrAsterisk> columns() {
        return List.of(
                RELATION.CUSTOMER_NO,
                RELATION.LAST_SEEN_AT,
                RELATION.LAST_ORDER_AT,
                RELATION.ORDERS,
                RELATION.GROSS_SALES,
                RELATION.REFUNDED,
                PROFILE.NAME,
                PROFILE.CITY,
                DSL.field(Reach.marketable(RELATION.BRAND_ID, ChannelKind.WECOM, RELATION.CUSTOMER_NO))
                        .as(WECOM),
                DSL.field(Reach.marketable(RELATION.BRAND_ID, ChannelKind.EMAIL, RELATION.CUSTOMER_NO))
                        .as(EMAIL));
    }

    private List<CustomerRow> rows(List<Record> records) {
        List<CustomerNo> customers = records.stream()
                .map(row -> new CustomerNo(row.get(RELATION.CUSTOMER_NO)))
                .toList();
        Map<CustomerNo, List<String>> phones = identifiers.values(IdentifierKind.PHONE, customers);
        return records.stream().map(row -> row(row, phones)).toList();
    }

    private static CustomerRow row(Record row, Map<CustomerNo, List<String>> phones) {
        CustomerNo customer = new CustomerNo(row.get(RELATION.CUSTOMER_NO));
        List<String> known = phones.getOrDefault(customer, List.of());
        List<ChannelKind> reachable = new ArrayList<>();
        if (row.get(WECOM)) {
            reachable.add(ChannelKind.WECOM);
        }
        if (row.get(EMAIL)) {
            reachable.add(ChannelKind.EMAIL);
        }
        return new CustomerRow(
                customer,
                row.get(PROFILE.NAME),
                known.isEmpty() ? null : Mask.of(IdentifierKind.PHONE, known.getFirst()),
                row.get(PROFILE.CITY),
                row.get(RELATION.ORDERS),
                row.get(RELATION.GROSS_SALES) - row.get(RELATION.REFUNDED),
                row.get(RELATION.LAST_ORDER_AT),
                row.get(RELATION.LAST_SEEN_AT),
                reachable);
    }
}
