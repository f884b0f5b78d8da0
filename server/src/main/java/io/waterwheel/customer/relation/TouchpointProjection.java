package io.waterwheel.customer.relation;

import static io.waterwheel.customer.generated.Tables.TOUCHPOINT;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Projection;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// By which channels a customer can be reached. The newest change by its own time decides; of two at the same
/// instant the end does, so that events in any order leave the same state.
@Component
@Order(2)
class TouchpointProjection implements Projection {

    private final JsonMapper json;

    TouchpointProjection(JsonMapper json) {
        this.json = json;
    }

    private record Key(BrandId brand, CustomerNo customer, ChannelKind channel, String via) {}

    private record Change(
            boolean usable, Instant at, @Nullable String reason) {

        Change orNewer(Change other) {
            int order = at.compareTo(other.at);
            return order > 0 || (order == 0 && !usable) ? this : other;
        }
    }

    @Override
    public void apply(DSLContext transaction, List<LoggedEvent> events) {
        Map<Key, Change> changes = new LinkedHashMap<>();
        Map<Key, Change> found = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            CustomerNo customer = event.customer();
            if (customer != null) {
                collect(event, customer, changes);
                if (event.identifiedBy().contains(IdentifierKind.EMAIL)) {
                    found.putIfAbsent(
                            new Key(event.brand(), customer, ChannelKind.EMAIL, ""),
                            new Change(true, event.at(), null));
                }
            }
        }
        // An address that is merely mentioned again does not undo a bounce: it only counts the first time.
        write(transaction, found, false);
        write(transaction, changes, true);
    }

    private void collect(LoggedEvent event, CustomerNo customer, Map<Key, Change> changes) {
        switch (event.name()) {
            case EventNames.FRIEND_ADDED ->
                changes.merge(friendship(event, customer), new Change(true, event.at(), null), Change::orNewer);
            case EventNames.FRIEND_REMOVED ->
                changes.merge(friendship(event, customer), new Change(false, event.at(), "removed"), Change::orNewer);
            case EventNames.ACCOUNT_FOLLOWED ->
                changes.merge(
                        inApp(event, customer, ChannelKind.OFFICIAL_ACCOUNT),
                        new Change(true, event.at(), null),
                        Change::orNewer);
            case EventNames.ACCOUNT_UNFOLLOWED ->
                changes.merge(
                        inApp(event, customer, ChannelKind.OFFICIAL_ACCOUNT),
                        new Change(false, event.at(), "unfollowed"),
                        Change::orNewer);
            case EventNames.SUBSCRIPTION_ALLOWED ->
                changes.merge(
                        inApp(event, customer, ChannelKind.MINI_PROGRAM),
                        new Change(true, event.at(), null),
                        Change::orNewer);
            case EventNames.MESSAGE_FAILED -> {
                JsonNode properties = json.readTree(event.properties());
                if (properties.path("reason").asString("").equals("bounced")) {
                    ChannelKind.find(properties.path("channel").asString(""))
                            .ifPresent(channel -> changes.merge(
                                    new Key(event.brand(), customer, channel, ""),
                                    new Change(false, event.at(), "bounced"),
                                    Change::orNewer));
                }
            }
            default -> {}
        }
    }

    private Key friendship(LoggedEvent event, CustomerNo customer) {
        String guide = json.readTree(event.properties()).path("guide").asString("");
        return new Key(event.brand(), customer, ChannelKind.WECOM, guide);
    }

    private Key inApp(LoggedEvent event, CustomerNo customer, ChannelKind channel) {
        String app = json.readTree(event.properties()).path("app").asString("");
        return new Key(event.brand(), customer, channel, app);
    }

    private static void write(DSLContext transaction, Map<Key, Change> changes, boolean overwrite) {
        if (changes.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet(
                TOUCHPOINT.BRAND_ID,
                TOUCHPOINT.CUSTOMER_NO,
                TOUCHPOINT.CHANNEL,
                TOUCHPOINT.VIA,
                TOUCHPOINT.USABLE,
                TOUCHPOINT.CHANGED_AT,
                TOUCHPOINT.REASON);
        changes.forEach((key, change) -> rows.row(
                key.brand.value(),
                key.customer.value(),
                key.channel.code(),
                key.via,
                change.usable,
                change.at,
                change.reason));
        RowSet.Given given = rows.as("given");
        var insert = transaction
                .insertInto(TOUCHPOINT, TOUCHPOINT.fields())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflict(TOUCHPOINT.BRAND_ID, TOUCHPOINT.CUSTOMER_NO, TOUCHPOINT.CHANNEL, TOUCHPOINT.VIA);
        if (!overwrite) {
            insert.doNothing().execute();
            return;
        }
        var at = DSL.excluded(TOUCHPOINT.CHANGED_AT);
        var usable = DSL.excluded(TOUCHPOINT.USABLE);
        insert.doUpdate()
                .set(TOUCHPOINT.USABLE, usable)
                .set(TOUCHPOINT.CHANGED_AT, at)
                .set(TOUCHPOINT.REASON, DSL.excluded(TOUCHPOINT.REASON))
                .where(TOUCHPOINT.CHANGED_AT.lt(at))
                .or(TOUCHPOINT.CHANGED_AT.eq(at).and(usable.isFalse()))
                .execute();
    }
}
