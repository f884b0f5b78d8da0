package io.waterwheel.access.audit;

import static io.waterwheel.kernel.generated.Tables.AUDIT_ENTRY;

import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads the trail, newest first.
@Component
public class AuditPages {

    private final DSLContext database;
    private final JsonMapper json;

    AuditPages(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// @param action a whole action such as `account.create`, or its first word
    public Page<AuditEntry> list(@Nullable String actor, @Nullable String action, PageRequest page) {
        Condition which = DSL.noCondition();
        if (actor != null && !actor.isBlank()) {
            which = which.and(AUDIT_ENTRY.ACTOR.eq(actor.strip()));
        }
        if (action != null && !action.isBlank()) {
            which = which.and(AUDIT_ENTRY.ACTION.eq(action).or(AUDIT_ENTRY.ACTION.startsWith(action + ".")));
        }
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        if (cursor != null) {
            which = which.and(AUDIT_ENTRY.ID.lt(cursor.number(0)));
        }
        List<AuditEntry> found = database.select()
                .from(AUDIT_ENTRY)
                .where(which)
                .orderBy(AUDIT_ENTRY.ID.desc())
                .limit(page.size() + 1)
                .fetch(this::entry);
        return Page.of(found, page.size(), entry -> Cursor.of(entry.id()));
    }

    private AuditEntry entry(Record row) {
        JSONB detail = row.get(AUDIT_ENTRY.DETAIL);
        return new AuditEntry(
                row.get(AUDIT_ENTRY.ID),
                row.get(AUDIT_ENTRY.AT),
                row.get(AUDIT_ENTRY.ACTOR),
                row.get(AUDIT_ENTRY.ACTION),
                row.get(AUDIT_ENTRY.SUBJECT),
                json.readValue(detail.data(), new TypeReference<Map<String, Object>>() {}));
    }
}
