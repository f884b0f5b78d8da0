package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.DISPATCH;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.touch.broadcast.Personalised;
import io.waterwheel.touch.policy.PlatformQuotas;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// How many calls a platform still allows in the name of each guide today. Asked after the gate, which lets one
/// sender of a brand at a time count.
@Component
class SenderRoom {

    private final DSLContext database;
    private final PlatformQuotas quotas;
    private final InstantSource clock;

    SenderRoom(DSLContext database, PlatformQuotas quotas, InstantSource clock) {
        this.database = database;
        this.quotas = quotas;
        this.clock = clock;
    }

    /// @param over calls that would be one too many for their guide
    record Split(List<List<Personalised>> within, List<List<Personalised>> over) {}

    Split of(Brand brand, ChannelKind channel, List<List<Personalised>> groups) {
        int most = quotas.of(channel).senderDay();
        if (most == 0 || groups.isEmpty()) {
            return new Split(groups, List.of());
        }
        Map<String, Integer> today = today(brand, channel, groups);
        List<List<Personalised>> within = new ArrayList<>();
        List<List<Personalised>> over = new ArrayList<>();
        for (List<Personalised> group : groups) {
            String sender = group.getFirst().route().sender();
            boolean room = sender == null || today.merge(sender, 1, Integer::sum) <= most;
            (room ? within : over).add(group);
        }
        return new Split(within, over);
    }

    /// Relies on the index dispatch_of_sender.
    private Map<String, Integer> today(Brand brand, ChannelKind channel, List<List<Personalised>> groups) {
        Set<String> senders = new HashSet<>();
        groups.forEach(group -> {
            String sender = group.getFirst().route().sender();
            if (sender != null) {
                senders.add(sender);
            }
        });
        Instant morning = brand.startOf(brand.dayOf(clock.instant()));
        Map<String, Integer> calls = new HashMap<>();
        database.select(DISPATCH.SENDER, DSL.count())
                .from(DISPATCH)
                .where(DISPATCH.BRAND_ID.eq(brand.id().value()))
                .and(DISPATCH.CHANNEL.eq(channel.code()))
                .and(DISPATCH.SENDER.eq(DSL.any(senders.toArray(String[]::new))))
                .and(DISPATCH.CALLED_AT.ge(morning).or(DISPATCH.CALLED_AT.isNull()))
                .and(DISPATCH.STATE.in("ready", "calling", "accepted", "unknown"))
                .groupBy(DISPATCH.SENDER)
                .forEach(row -> calls.put(row.value1(), row.value2()));
        return calls;
    }
}
