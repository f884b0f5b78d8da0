package io.waterwheel.wecom.callback;

import static io.waterwheel.wecom.generated.Tables.CALLBACK;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Every callback once, on disk before WeCom gets its answer.
@Component
public class CallbackInbox {

    /// What makes two callbacks the same one.
    private static final List<String> KEY = List.of(
            "Event", "ChangeType", "UserID", "ExternalUserID", "ChatId", "CreateTime", "Id", "TagType", "UpdateDetail");

    /// Everything that says what happened, for whoever deals with it, now or in a later version; a welcome code is
    /// worthless after twenty seconds, and names come from the interfaces.
    private static final List<String> KEPT = List.of(
            "Event",
            "ChangeType",
            "UserID",
            "ExternalUserID",
            "ChatId",
            "CreateTime",
            "Id",
            "TagType",
            "StrategyId",
            "State",
            "Source",
            "FailReason",
            "UpdateDetail",
            "JoinScene",
            "QuitScene",
            "MemChangeCnt",
            "MemChangeList",
            "LastMemVer",
            "CurMemVer");

    private static final int BATCH = 50;
    private static final int TRIES = 20;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DSLContext database;
    private final Customers customers;
    private final InstantSource clock;
    private final JsonMapper json;

    CallbackInbox(DSLContext database, Customers customers, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.customers = customers;
        this.clock = clock;
        this.json = json;
    }

    /// @param leasedUntil stands in its row while nobody else has touched it
    record Waiting(byte[] key, BrandId brand, Map<String, String> fields, int attempts, Instant leasedUntil) {}

    /// Keeps it once. One that has come before is dealt with again: WeCom's times are whole seconds, so a guide may be
    /// added, removed and added within one, and the second adding looks like the first one sent twice. Dealing with
    /// it asks how things are now, so it does no harm.
    void put(Brand brand, Map<String, String> fields) {
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.forEach(name -> {
            String value = fields.get(name);
            if (value != null) {
                kept.put(name, value);
            }
        });
        Instant now = clock.instant();
        database.insertInto(CALLBACK)
                .set(CALLBACK.KEY, key(brand, fields))
                .set(CALLBACK.BRAND_ID, brand.id().value())
                .set(CALLBACK.CHANGE_TYPE, fields.getOrDefault("ChangeType", ""))
                .set(CALLBACK.FIELDS, JSONB.valueOf(json.writeValueAsString(kept)))
                .set(CALLBACK.RECEIVED_AT, now)
                .set(CALLBACK.DUE_AT, now)
                .onConflict(CALLBACK.KEY)
                .doUpdate()
                .set(CALLBACK.DUE_AT, now)
                .set(CALLBACK.ATTEMPTS, 0)
                .execute();
    }

    /// Takes the next ones for a minute; if this node dies, another finds them due again.
    @Transactional
    public List<Waiting> take() {
        Instant now = clock.instant();
        // As the database keeps it, to be recognised.
        Instant leasedUntil = now.plus(LEASE).truncatedTo(ChronoUnit.MICROS);
        var due = database.selectFrom(CALLBACK)
                .where(CALLBACK.DUE_AT.le(now))
                .orderBy(CALLBACK.DUE_AT)
                .limit(BATCH)
                .forUpdate()
                .skipLocked()
                .fetch();
        due.forEach(row -> database.update(CALLBACK)
                .set(CALLBACK.DUE_AT, leasedUntil)
                .set(CALLBACK.ATTEMPTS, CALLBACK.ATTEMPTS.plus(1))
                .where(CALLBACK.KEY.eq(row.getKey()))
                .execute());
        return due.map(row -> new Waiting(
                row.getKey(),
                new BrandId(row.getBrandId()),
                json.readValue(row.getFields().data(), new TypeReference<Map<String, String>>() {}),
                row.getAttempts() + 1,
                leasedUntil));
    }

    void done(Waiting waiting) {
        settle(waiting, null, null);
    }

    /// Tries again later and later; a synchronisation brings what was given up in the end.
    void later(Waiting waiting, String why) {
        Duration pause = Duration.ofSeconds(Math.min(3_600, 2L << Math.min(11, waiting.attempts())));
        settle(waiting, waiting.attempts() >= TRIES ? null : clock.instant().plus(pause), why);
    }

    /// Unless it came once more in the meantime: then it is due again. What WeCom still tells of somebody who asked to
    /// be forgotten is not kept.
    private void settle(Waiting waiting, @Nullable Instant dueAt, @Nullable String problem) {
        boolean forgotten = dueAt == null && forgotten(waiting);
        database.update(CALLBACK)
                .set(CALLBACK.FIELDS, forgotten ? DSL.val(JSONB.valueOf("{}")) : CALLBACK.FIELDS)
                .set(CALLBACK.DUE_AT, dueAt)
                .set(CALLBACK.PROBLEM, problem)
                .where(CALLBACK.KEY.eq(waiting.key()))
                .and(CALLBACK.DUE_AT.eq(waiting.leasedUntil()))
                .execute();
    }

    private boolean forgotten(Waiting waiting) {
        String external = waiting.fields().get("ExternalUserID");
        return external != null
                && !customers
                        .erased(waiting.brand(), List.of(new Identifier(IdentifierKind.EXTERNAL_USERID, external)))
                        .isEmpty();
    }

    private static byte[] key(Brand brand, Map<String, String> fields) {
        MessageDigest digest = Sha256.digest();
        digest.update((brand.id().value() + "\n").getBytes(StandardCharsets.UTF_8));
        KEY.forEach(name -> digest.update((fields.getOrDefault(name, "") + "\n").getBytes(StandardCharsets.UTF_8)));
        return digest.digest();
    }
}
