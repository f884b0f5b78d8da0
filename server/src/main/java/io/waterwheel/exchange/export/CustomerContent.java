package io.waterwheel.exchange.export;

import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.RelationFacts;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Every customer a brand knows, as they are now.
@Component
class CustomerContent implements ExportContent {

    private static final int PIECE = 2_000;

    private final Customers customers;
    private final JsonMapper json;

    CustomerContent(Customers customers, JsonMapper json) {
        this.customers = customers;
        this.json = json;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.CUSTOMERS;
    }

    @Override
    public List<ExportColumns> tables() {
        return List.of(ExportColumns.CUSTOMERS);
    }

    @Override
    public long end() {
        return customers.newest();
    }

    @Override
    public long write(Wanted wanted, long after, long end, ExportTables out) throws SQLException {
        int from = (int) after + 1;
        int to = (int) Math.min(end, after + PIECE);
        List<RelationFacts> known =
                customers
                        .relations(IntStream.rangeClosed(from, to)
                                .mapToObj(CustomerNo::new)
                                .toList())
                        .stream()
                        .filter(relation ->
                                relation.brand().equals(wanted.brand().id()))
                        .filter(relation -> seen(relation, wanted.range()))
                        .sorted(java.util.Comparator.comparing(
                                relation -> relation.customer().value()))
                        .toList();
        if (!known.isEmpty()) {
            write(wanted, known, out);
        }
        return to;
    }

    /// Whether the brand knew and saw the customer within the range.
    private static boolean seen(RelationFacts relation, ExportRange range) {
        return (range.since() == null || !relation.lastSeenAt().isBefore(range.since()))
                && (range.until() == null || relation.firstSeenAt().isBefore(range.until()));
    }

    private void write(Wanted wanted, List<RelationFacts> known, ExportTables out) throws SQLException {
        List<CustomerNo> numbers = known.stream().map(RelationFacts::customer).toList();
        Map<CustomerNo, CustomerFacts> facts = customers.facts(numbers).stream()
                .collect(Collectors.toMap(CustomerFacts::customer, Function.identity()));
        Map<CustomerNo, CustomerRow> rows = customers.rows(wanted.brand().id(), numbers).stream()
                .collect(Collectors.toMap(CustomerRow::customerNo, Function.identity()));
        Map<CustomerNo, List<String>> members = customers.identifiers(IdentifierKind.MEMBER_NO, numbers);
        Map<CustomerNo, List<String>> users = customers.identifiers(IdentifierKind.USER_ID, numbers);
        boolean personal = wanted.personalData();
        Map<CustomerNo, List<String>> phones =
                personal ? customers.identifiers(IdentifierKind.PHONE, numbers) : Map.of();
        Map<CustomerNo, List<String>> emails =
                personal ? customers.identifiers(IdentifierKind.EMAIL, numbers) : Map.of();
        for (RelationFacts relation : known) {
            CustomerNo customer = relation.customer();
            CustomerFacts fact = facts.get(customer);
            CustomerRow row = rows.get(customer);
            out.row(ExportColumns.CUSTOMERS)
                    .add(customer.value())
                    .add(relation.firstSeenAt())
                    .add(relation.lastSeenAt())
                    .add(relation.memberSince())
                    .add(fact == null ? null : fact.gender())
                    .add(fact == null ? null : fact.birthday())
                    .add(fact == null ? null : fact.city())
                    .add(fact == null ? null : fact.province())
                    .add(row == null ? 0 : row.orders())
                    .add(row == null ? 0L : row.netSales())
                    .add(row == null ? null : row.lastOrderAt())
                    .add(relation.wecom().reachable())
                    .add(relation.email().reachable())
                    .add(fact == null ? "{}" : json.writeValueAsString(fact.attributes()))
                    .add(members.getOrDefault(customer, List.of()))
                    .add(users.getOrDefault(customer, List.of()))
                    .add(personal && row != null ? row.name() : null)
                    .add(ifPersonal(personal, phones, customer))
                    .add(ifPersonal(personal, emails, customer))
                    .end();
        }
    }

    private static @Nullable List<String> ifPersonal(
            boolean personal, Map<CustomerNo, List<String>> values, CustomerNo customer) {
        return personal ? values.getOrDefault(customer, List.of()) : null;
    }
}
