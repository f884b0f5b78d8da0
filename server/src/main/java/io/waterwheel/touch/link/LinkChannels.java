package io.waterwheel.touch.link;

import static io.waterwheel.touch.generated.Tables.BROADCAST;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// By which channel a link went out.
@Component
class LinkChannels {

    private final DSLContext database;

    LinkChannels(DSLContext database) {
        this.database = database;
    }

    String of(Link link) {
        String channel = database.select(BROADCAST.CHANNEL)
                .from(BROADCAST)
                .where(BROADCAST.ID.eq(link.broadcast()))
                .fetchOne(BROADCAST.CHANNEL);
        return channel == null ? "link" : channel;
    }
}
