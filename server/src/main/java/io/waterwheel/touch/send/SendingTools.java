package io.waterwheel.touch.send;

import io.waterwheel.touch.broadcast.BroadcastRows;
import io.waterwheel.touch.link.ShortLinks;
import io.waterwheel.touch.policy.Policies;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What every sending needs.
@Component
record SendingTools(
        DSLContext database,
        BroadcastRows rows,
        WaitingRecipients waiting,
        Dispatches dispatches,
        CallMaker maker,
        Settlement settlement,
        Policies policies,
        ShortLinks links,
        InstantSource clock) {}
