package io.waterwheel.loyalty.points.report;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.Mask;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.loyalty.generated.tables.records.EntryRecord;
import io.waterwheel.loyalty.points.Side;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What others did with somebody's points, in words that say who and how many, and nothing of what for.
@Component
class SpentByOthers {

    private static final String NAME = "name";

    private final DSLContext database;
    private final Customers customers;

    SpentByOthers(DSLContext database, Customers customers) {
        this.database = database;
        this.customers = customers;
    }

    /// The masked names of whom bookings are, by the number their account was opened under.
    ///
    /// @param own numbers of whoever asks
    Map<Integer, String> names(Brand brand, List<EntryRecord> entries, Integer[] own) {
        Set<Integer> others = new HashSet<>();
        entries.forEach(entry -> others.add(entry.getOpenedNo()));
        List.of(own).forEach(others::remove);
        if (others.isEmpty()) {
            return Map.of();
        }
        Map<Integer, CustomerNo> owners = owners(brand, others);
        Map<CustomerNo, Map<String, String>> values =
                customers.templateValues(new HashSet<>(owners.values()), Set.of(NAME));
        Map<Integer, String> names = new HashMap<>();
        owners.forEach((opened, owner) -> {
            String name = values.getOrDefault(owner, Map.of()).get(NAME);
            if (name != null) {
                names.put(opened, Mask.name(name));
            }
        });
        return names;
    }

    private Map<Integer, CustomerNo> owners(Brand brand, Collection<Integer> opened) {
        return database.select(ACCOUNT.OPENED_NO, ACCOUNT.CUSTOMER_NO)
                .from(ACCOUNT)
                .where(
                        ACCOUNT.BRAND_ID.eq(brand.id().value()),
                        ACCOUNT.OPENED_NO.eq(DSL.any(opened.toArray(Integer[]::new))))
                .fetchMap(ACCOUNT.OPENED_NO, row -> new CustomerNo(row.value2()));
    }

    /// @param moved of whose statement it is
    static Text words(@Nullable String name, Map<Side, Long> moved) {
        long frozen = moved.getOrDefault(Side.FROZEN, 0L);
        long all = moved.getOrDefault(Side.AVAILABLE, 0L) + moved.getOrDefault(Side.PENDING, 0L) + frozen;
        String zh = name == null ? "共享账户成员" : name;
        String en = name == null ? "Somebody of your shared account" : name;
        if (all < 0) {
            return new Text(zh + "的兑换用了您的 " + -all + " 分", en + " spent " + -all + " of your points");
        }
        if (all > 0) {
            return new Text(zh + "退回了您的 " + all + " 分", en + " gave back " + all + " of your points");
        }
        return frozen > 0
                ? new Text(zh + "的兑换冻结了您的 " + frozen + " 分", en + " reserved " + frozen + " of your points")
                : new Text(zh + "的兑换没有用您的 " + -frozen + " 分", en + " did not use " + -frozen + " of your points");
    }
}
