package io.waterwheel.kernel.audit;

import static io.waterwheel.kernel.generated.Tables.AUDIT_ENTRY;

import java.time.InstantSource;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class AuditEntries implements AuditTrail {

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    AuditEntries(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void record(String action, String subject, Map<String, ?> detail) {
        database.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.AT, clock.instant())
                .set(AUDIT_ENTRY.ACTOR, Actor.current().name())
                .set(AUDIT_ENTRY.ACTION, action)
                .set(AUDIT_ENTRY.SUBJECT, subject)
                .set(AUDIT_ENTRY.DETAIL, JSONB.valueOf(json.writeValueAsString(detail)))
                .execute();
    }
}
