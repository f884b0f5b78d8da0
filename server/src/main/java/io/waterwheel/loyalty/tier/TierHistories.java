package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.EARNING;

import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.PresentCustomers;
import io.waterwheel.customer.PurchaseFacts;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Reads what customers did that counts towards tiers, from the truth: whoever merged has both pasts.
@Component
class TierHistories {

    private final PresentCustomers customers;

    TierHistories(PresentCustomers customers) {
        this.customers = customers;
    }

    /// @param heard how far in the log the programme has come: an order it has not heard of earns by the tier of
    ///              before, so it lifts nobody yet
    TierHistory of(DSLContext transaction, LiveProgramme programme, CustomerNo customer, long heard) {
        return switch (Objects.requireNonNull(programme.definition().tiers()).basis()) {
            case GROWTH -> growth(transaction, programme, customer);
            case SPEND -> spend(purchases(programme, customer, false, heard));
            // Which order a refund is of stands in its event.
            case ORDERS -> orders(purchases(programme, customer, true, heard));
        };
    }

    private List<PurchaseFacts> purchases(LiveProgramme programme, CustomerNo customer, boolean numbered, long heard) {
        PresentCustomer.Parts parts = PresentCustomer.Parts.only(
                new PresentCustomer.Purchases(PresentCustomer.Stretch.ALWAYS, numbered, heard));
        return customers
                .find(programme.brand(), customer, parts)
                .map(PresentCustomer::purchases)
                .orElse(List.of())
                .stream()
                .filter(one -> one.refund() || one.amount() > 0)
                .sorted(Comparator.comparing(PurchaseFacts::at))
                .toList();
    }

    static TierHistory spend(List<PurchaseFacts> purchases) {
        History history = new History();
        long sum = 0;
        long orders = 0;
        for (PurchaseFacts one : purchases) {
            history.add(one.at().toEpochMilli(), one.refund() ? -one.amount() : one.amount());
            sum += one.refund() ? 0 : one.amount();
            orders += one.refund() ? 0 : 1;
        }
        return new TierHistory(history, orders == 0 ? 0 : sum / orders);
    }

    static TierHistory orders(List<PurchaseFacts> purchases) {
        Map<String, Long> names = new HashMap<>();
        for (PurchaseFacts one : purchases) {
            if (!one.refund() && one.order() != null) {
                names.putIfAbsent(one.order(), (long) names.size());
            }
        }
        StandingOrders orders = new StandingOrders(new History());
        for (PurchaseFacts one : purchases) {
            long order = names.getOrDefault(one.order(), StandingOrders.UNKNOWN);
            if (one.refund()) {
                orders.refunded(one.at().toEpochMilli(), order, one.amount());
            } else {
                orders.bought(one.at().toEpochMilli(), order, one.amount());
            }
        }
        return new TierHistory(orders.counted(), orders.any() ? 1 : 0);
    }

    private static TierHistory growth(DSLContext transaction, LiveProgramme programme, CustomerNo customer) {
        History history = new History();
        long[] sums = new long[2];
        transaction
                .select(EARNING.AT, EARNING.POINTS, EARNING.EARNED_KEY)
                .from(EARNING)
                .where(EARNING.CUSTOMER_NO.eq(customer.value()))
                .and(EARNING.BRAND_ID.eq(programme.brand().id().value()))
                .orderBy(EARNING.AT, EARNING.ID)
                .forEach(row -> {
                    boolean given = row.value3() == null;
                    history.add(row.value1().toEpochMilli(), given ? row.value2() : -row.value2());
                    sums[0] += given ? row.value2() : 0;
                    sums[1] += given ? 1 : 0;
                });
        return new TierHistory(history, sums[1] == 0 ? 0 : sums[0] / sums[1]);
    }
}
