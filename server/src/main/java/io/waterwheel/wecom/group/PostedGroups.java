package io.waterwheel.wecom.group;

import static io.waterwheel.wecom.generated.Tables.GROUP_CALL;

import io.waterwheel.wecom.handtask.HandTaskFinished;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Has a send looked at as soon as an owner has posted it.
@Component
class PostedGroups {

    private static final Pattern REQUEST = Pattern.compile("group-send/\\d{1,18}/(\\d{1,18})");

    private final DSLContext database;
    private final InstantSource clock;

    PostedGroups(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @EventListener
    void finished(HandTaskFinished task) {
        Matcher request = REQUEST.matcher(task.request());
        if (request.matches()) {
            database.update(GROUP_CALL)
                    .set(GROUP_CALL.DUE_AT, clock.instant())
                    .where(GROUP_CALL.ID.eq(Long.parseLong(request.group(1))))
                    .and(GROUP_CALL.BRAND_ID.eq(task.brand().value()))
                    .and(GROUP_CALL.STATE.eq("created"))
                    .execute();
        }
    }
}
