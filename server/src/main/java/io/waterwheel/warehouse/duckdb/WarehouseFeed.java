package io.waterwheel.warehouse.duckdb;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.RecentlySeen;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Order;
import io.waterwheel.kernel.event.Retractions;
import io.waterwheel.kernel.event.Retractions.Retracted;
import io.waterwheel.warehouse.EventProperties;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Copies a batch of the log into the warehouse in one transaction, the feed's position with it.
@Component
class WarehouseFeed {

    private final EventLog events;
    private final Retractions retractions;
    private final Customers customers;
    private final Tags tags;
    private final Brands brands;
    private final JsonMapper json;
    private final RecentlySeen seen = new RecentlySeen();
    private final SoldValues sold = new SoldValues();

    WarehouseFeed(
            EventLog events, Retractions retractions, Customers customers, Tags tags, Brands brands, JsonMapper json) {
        this.events = events;
        this.retractions = retractions;
        this.customers = customers;
        this.tags = tags;
        this.brands = brands;
        this.json = json;
    }

    /// How far the warehouse has come.
    record Fed(long position, Instant dataAt) {}

    /// Copies what follows `from`.
    ///
    /// @return the new position, the same as before when there was nothing
    Fed advance(WarehouseWriter writer, Fed from, int limit) throws SQLException {
        List<LoggedEvent> batch = events.read(from.position(), limit);
        if (batch.isEmpty()) {
            return from;
        }
        Set<Long> counted = customers.countedPurchases(batch.stream()
                .filter(event -> isPurchase(event.name()))
                .map(LoggedEvent::position)
                .toList());
        Set<CustomerNo> described = new LinkedHashSet<>();
        Set<CustomerNo> related = new LinkedHashSet<>();
        Set<CustomerNo> tagged = new LinkedHashSet<>();
        Set<CustomerNo> befriended = new LinkedHashSet<>();
        Set<CustomerNo> changed = new LinkedHashSet<>();
        List<Long> removed = new ArrayList<>();
        for (LoggedEvent event : batch) {
            if (changesIdentity(event.name())) {
                changed.addAll(concerned(event));
            }
            if (event.name().equals(EventNames.ATTRIBUTES_DECIDED)) {
                described.addAll(customers.current(decided(event)).values());
            }
            if (event.name().equals(EventNames.EVENTS_RETRACTED)) {
                for (Retracted gone : retractions.by(event.position())) {
                    removed.add(gone.position());
                    if (gone.writtenUnder() != null) {
                        changed.add(gone.writtenUnder());
                    }
                }
            }
            CustomerNo customer = event.customer();
            if (customer != null) {
                if (describes(event.name())) {
                    described.add(customer);
                }
                if (seen.mayChange(event, customer)) {
                    related.add(customer);
                }
                if (tags(event.name())) {
                    tagged.add(customer);
                }
                if (befriends(event.name())) {
                    befriended.add(customer);
                }
            }
            if (!isPurchase(event.name()) || counted.contains(event.position())) {
                append(writer, event);
            }
        }
        writer.remove(removed);
        if (!changed.isEmpty()) {
            Set<CustomerNo> now = new LinkedHashSet<>(customers.current(changed).values());
            writer.reassign(customers.numbers(now));
            changed.addAll(now);
            writer.forget(changed);
            described.addAll(now);
            related.addAll(now);
            tagged.addAll(now);
            befriended.addAll(now);
            seen.forget();
        }
        writer.replaceCustomers(customers.facts(described));
        writer.replaceRelations(customers.relations(related), brands);
        writer.replaceTags(tagged, tags.facts(tagged));
        writer.replaceFriends(befriended, customers.friends(befriended));
        writer.sold(sold.takeUnseen());
        LoggedEvent last = batch.getLast();
        Fed fed = new Fed(last.position(), last.receivedAt());
        writer.commit(fed);
        return fed;
    }

    /// The last batch was not written.
    void forget() {
        seen.forget();
        sold.forget();
    }

    private static boolean isPurchase(String name) {
        return name.equals(EventNames.ORDER_COMPLETED) || name.equals(EventNames.ORDER_REFUNDED);
    }

    private static boolean describes(String name) {
        return name.equals(EventNames.IDENTIFIED) || name.equals(EventNames.FRIEND_ADDED);
    }

    private static boolean tags(String name) {
        return name.equals(EventNames.TAG_ADDED) || name.equals(EventNames.TAG_REMOVED);
    }

    private static boolean befriends(String name) {
        return name.equals(EventNames.FRIEND_ADDED) || name.equals(EventNames.FRIEND_REMOVED);
    }

    private static boolean changesIdentity(String name) {
        return name.equals(EventNames.CUSTOMERS_MERGED) || name.equals(EventNames.CUSTOMERS_SEPARATED);
    }

    private List<CustomerNo> concerned(LoggedEvent event) {
        JsonNode properties = json.readTree(event.properties());
        return List.of(
                new CustomerNo(properties.path("customer").asInt()),
                new CustomerNo(properties.path("other").asInt()));
    }

    private List<CustomerNo> decided(LoggedEvent event) {
        List<CustomerNo> numbers = new ArrayList<>();
        json.readTree(event.properties())
                .path("customers")
                .forEach(number -> numbers.add(new CustomerNo(number.asInt())));
        return numbers;
    }

    private void append(WarehouseWriter writer, LoggedEvent event) throws SQLException {
        switch (event.name()) {
            case EventNames.ORDER_COMPLETED -> order(writer, event, brands.get(event.brand()));
            case EventNames.ORDER_REFUNDED -> refund(writer, event, brands.get(event.brand()));
            default -> event(writer, event);
        }
    }

    private void event(WarehouseWriter writer, LoggedEvent event) throws SQLException {
        // What nobody did is asked of nobody; so an erased person's rows are the same when they are made anew.
        Map<String, List<String>> properties =
                event.writtenUnder() == null ? Map.of() : EventProperties.of(event.name(), event.properties());
        writer.event(event, broadcast(event), properties);
    }

    private void order(WarehouseWriter writer, LoggedEvent event, Brand brand) throws SQLException {
        Order order = order(event);
        // Paid orders only: what was given away is in the log, and in no number.
        if (order.amount(brand.fractionDigits()) > 0) {
            writer.order(event, brand, order);
            sold.of(event, order);
            event(writer, event);
        }
    }

    private void refund(WarehouseWriter writer, LoggedEvent event, Brand brand) throws SQLException {
        Order refund = order(event);
        writer.refund(event, brand, refund, refund.refunded(json.readTree(event.properties())));
        sold.of(event, refund);
        event(writer, event);
    }

    private Order order(LoggedEvent event) {
        return json.readValue(event.properties(), Order.class);
    }

    private @Nullable Long broadcast(LoggedEvent event) {
        return switch (event.name()) {
            case EventNames.MESSAGE_SENT,
                    EventNames.MESSAGE_DELIVERED,
                    EventNames.MESSAGE_FAILED,
                    EventNames.LINK_CLICKED -> {
                long id = json.readTree(event.properties()).path("broadcast").asLong(0);
                yield id == 0 ? null : id;
            }
            default -> null;
        };
    }
}
