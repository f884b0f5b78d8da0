package io.waterwheel.segment.download;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.Mask;
import io.waterwheel.customer.RelationFacts;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of one file, a piece of customers at a time. Whoever the brand no longer knows has none.
final class MemberRows {

    private static final String ATTRIBUTES = "attributes.";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Customers customers;
    private final Brand brand;
    private final List<String> columns;
    private final boolean plain;
    private final Map<String, MemberColumn> known = new HashMap<>();

    /// @param plain whether personal data is told in plain, else masked
    MemberRows(Customers customers, Brand brand, List<String> columns, boolean plain) {
        this.customers = customers;
        this.brand = brand;
        this.columns = columns;
        this.plain = plain;
        columns.forEach(column -> MemberColumn.of(column).ifPresent(one -> known.put(column, one)));
    }

    /// Whether a column can be asked for.
    static boolean possible(String column) {
        return MemberColumn.of(column).isPresent()
                || (column.startsWith(ATTRIBUTES) && column.length() > ATTRIBUTES.length());
    }

    /// What is known of one customer.
    private record Member(
            CustomerRow row,
            RelationFacts relation,
            @Nullable CustomerFacts facts,
            Map<IdentifierKind, List<String>> identifiers) {}

    /// Cells are texts, numbers or nothing.
    List<List<@Nullable Object>> of(List<CustomerNo> piece) {
        Map<CustomerNo, RelationFacts> relations = customers.relations(piece).stream()
                .filter(relation -> relation.brand().equals(brand.id()))
                .collect(Collectors.toMap(RelationFacts::customer, Function.identity()));
        Map<CustomerNo, CustomerFacts> facts =
                customers.facts(piece).stream().collect(Collectors.toMap(CustomerFacts::customer, Function.identity()));
        Map<IdentifierKind, Map<CustomerNo, List<String>>> identifiers = new EnumMap<>(IdentifierKind.class);
        for (MemberColumn column : known.values()) {
            column.kind()
                    .ifPresent(kind -> identifiers.computeIfAbsent(kind, one -> customers.identifiers(one, piece)));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>(piece.size());
        for (CustomerRow row : customers.rows(brand.id(), piece)) {
            RelationFacts relation = relations.get(row.customerNo());
            if (relation != null) {
                Map<IdentifierKind, List<String>> theirs = new EnumMap<>(IdentifierKind.class);
                identifiers.forEach(
                        (kind, values) -> theirs.put(kind, values.getOrDefault(row.customerNo(), List.of())));
                rows.add(cells(new Member(row, relation, facts.get(row.customerNo()), theirs)));
            }
        }
        return rows;
    }

    private List<@Nullable Object> cells(Member member) {
        List<@Nullable Object> cells = new ArrayList<>(columns.size());
        for (String column : columns) {
            MemberColumn standard = known.get(column);
            cells.add(standard == null ? attribute(column, member) : cell(standard, member));
        }
        return cells;
    }

    private static @Nullable Object attribute(String column, Member member) {
        CustomerFacts facts = member.facts();
        return column.startsWith(ATTRIBUTES) && facts != null
                ? facts.attributes().get(column.substring(ATTRIBUTES.length()))
                : null;
    }

    private @Nullable Object cell(MemberColumn column, Member member) {
        CustomerRow row = member.row();
        RelationFacts relation = member.relation();
        CustomerFacts facts = member.facts();
        return switch (column) {
            case CUSTOMER_NO -> row.customerNo().value();
            case NAME -> name(row.name());
            case PHONE, EMAIL, MEMBER_NO, USER_ID, UNIONID, EXTERNAL_USERID, OPENID ->
                identifiers(column.kind().orElseThrow(), member);
            case GENDER -> facts == null ? null : facts.gender();
            case BIRTHDAY ->
                facts == null || facts.birthday() == null
                        ? null
                        : plain
                                ? facts.birthday().toString()
                                : "****-" + facts.birthday().toString().substring(5);
            case CITY -> facts == null ? null : facts.city();
            case PROVINCE -> facts == null ? null : facts.province();
            case MEMBER_SINCE -> time(relation.memberSince());
            case FIRST_SEEN_AT -> time(relation.firstSeenAt());
            case LAST_SEEN_AT -> time(relation.lastSeenAt());
            case ORDERS -> row.orders();
            case NET_SALES -> BigDecimal.valueOf(row.netSales(), brand.fractionDigits());
            case LAST_ORDER_AT -> time(row.lastOrderAt());
            case REACHABLE -> row.reachable().stream().map(ChannelKind::code).collect(Collectors.joining(";"));
        };
    }

    private String identifiers(IdentifierKind kind, Member member) {
        return member.identifiers().getOrDefault(kind, List.of()).stream()
                .map(value -> plain ? value : Mask.of(kind, value))
                .collect(Collectors.joining(";"));
    }

    /// The first character of it, when masked.
    private @Nullable String name(@Nullable String name) {
        return plain || name == null || name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    /// In the brand's zone.
    private @Nullable String time(@Nullable Instant at) {
        return at == null ? null : TIME.format(at.atZone(brand.zone()));
    }
}
