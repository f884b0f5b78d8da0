package io.waterwheel.wecom.callback;

import static io.waterwheel.wecom.generated.Tables.CALLBACK;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Every callback once, on disk before WeCom gets its answer.
@Component
public class CallbackInbox {

    /// What makes two callbacks the same one.
    private static final List<String> KEY =
            List.of("ChangeType", "UserID", "ExternalUserID", "ChatId", "CreateTime", "Id");

    private static final List<String> KEPT = List.of(
            "Event", "ChangeType", "UserID", "ExternalUserID", "ChatId", "CreateTime", "Id", "TagType", "State");

    private static final int BATCH = 50;
    private static final int TRIES = 20;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    CallbackInbox(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    record Waiting(byte[] key, BrandId brand, Map<String, String> fields, int attempts) {}

    /// @return whether there is something to do
    boolean put(Brand brand, Map<String, String> fields) {
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.forEach(name -> {
            String value = fields.get(name);
            if (value != null) {
                kept.put(name, value);
            }
        });
        Instant now = clock.instant();
        return database.insertInto(CALLBACK)
                        .set(CALLBACK.KEY, key(brand, fields))
                        .set(CALLBACK.BRAND_ID, brand.id().value())
                        .set(CALLBACK.CHANGE_TYPE, fields.getOrDefault("ChangeType", ""))
                        .set(CALLBACK.FIELDS, JSONB.valueOf(json.writeValueAsString(kept)))
                        .set(CALLBACK.RECEIVED_AT, now)
                        .set(CALLBACK.DUE_AT, now)
                        // Two edits of one second look the same. Asking WeCom once more costs a call; not asking would
                        // lose the second.
                        .onConflict(CALLBACK.KEY)
                        .doUpdate()
                        .set(CALLBACK.DUE_AT, now)
                        .where(CALLBACK.CHANGE_TYPE.eq("edit_external_contact"))
                        .and(CALLBACK.DUE_AT.isNull())
                        .execute()
                == 1;
    }

    /// Takes the next ones for a minute; if this node dies, another finds them due again.
    @Transactional
    public List<Waiting> take() {
        Instant now = clock.instant();
        var due = database.selectFrom(CALLBACK)
                .where(CALLBACK.DUE_AT.le(now))
                .orderBy(CALLBACK.DUE_AT)
                .limit(BATCH)
                .forUpdate()
                .skipLocked()
                .fetch();
        due.forEach(row -> database.update(CALLBACK)
                .set(CALLBACK.DUE_AT, now.plus(LEASE))
                .set(CALLBACK.ATTEMPTS, CALLBACK.ATTEMPTS.plus(1))
                .where(CALLBACK.KEY.eq(row.getKey()))
                .execute());
        return due.map(row -> new Waiting(
                row.getKey(),
                new BrandId(row.getBrandId()),
                json.readValue(row.getFields().data(), new TypeReference<Map<String, String>>() {}),
                row.getAttempts() + 1));
    }

    void done(Waiting waiting) {
        settle(waiting, null, null);
    }

    /// Tries again later and later; a synchronisation brings what was given up in the end.
    void later(Waiting waiting, String why) {
        Duration pause = Duration.ofSeconds(Math.min(3_600, 2L << Math.min(11, waiting.attempts())));
        settle(waiting, waiting.attempts() >= TRIES ? null : clock.instant().plus(pause), why);
    }

    private void settle(Waiting waiting, @Nullable Instant dueAt, @Nullable String problem) {
        database.update(CALLBACK)
                .set(CALLBACK.DUE_AT, dueAt)
                .set(CALLBACK.PROBLEM, problem)
                .where(CALLBACK.KEY.eq(waiting.key()))
                .execute();
    }

    private static byte[] key(Brand brand, Map<String, String> fields) {
        MessageDigest digest = Sha256.digest();
        digest.update((brand.id().value() + "\n").getBytes(StandardCharsets.UTF_8));
        KEY.forEach(name -> digest.update((fields.getOrDefault(name, "") + "\n").getBytes(StandardCharsets.UTF_8)));
        return digest.digest();
    }
}
