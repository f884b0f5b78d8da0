package io.waterwheel.loyalty.coupon.till;

import static io.waterwheel.loyalty.generated.Tables.TILL_KEY;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Secrets;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.generated.tables.records.TillKeyRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The keys of tills. Only a hash is kept; a key is shown once.
@Component
public class TillKeys {

    private static final int BYTES = 24;

    private final DSLContext database;
    private final Brands brands;
    private final AuditTrail audit;
    private final InstantSource clock;

    TillKeys(DSLContext database, Brands brands, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.brands = brands;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param store the only store it may be used for; null for a key of several stores
    public record NewTillKey(String name, @Nullable String store, Set<TillScope> scopes) {}

    public record TillKey(
            String id,
            String name,
            @Nullable String store,
            Set<TillScope> scopes,
            String createdBy,
            Instant createdAt) {}

    /// @param secret to be written into the till; never shown again
    public record IssuedTillKey(TillKey key, String secret) {}

    /// @throws Problem `invalid`, `till-key-name-taken`
    @Transactional
    public IssuedTillKey create(Brand brand, NewTillKey wish) {
        if (wish.name().isBlank() || wish.name().length() > 60) {
            throw new Problem(KernelProblem.INVALID).outside("/name", "length", 1, 60);
        }
        if (wish.scopes().isEmpty()) {
            throw new Problem(KernelProblem.INVALID).outside("/scopes", "length", 1, TillScope.values().length);
        }
        String secret = "wt_" + Secrets.fresh(BYTES);
        TillKeyRecord row = database.newRecord(TILL_KEY);
        row.setBrandId(brand.id().value());
        row.setName(wish.name().strip());
        row.setStore(wish.store());
        row.setScopes(wish.scopes().stream().map(TillScope::code).toArray(String[]::new));
        row.setHash(Sha256.of(secret));
        row.setCreatedBy(Actor.current().name());
        row.setCreatedAt(clock.instant());
        try {
            row.store();
        } catch (DuplicateKeyException taken) {
            throw new Problem(CouponProblem.TILL_KEY_NAME_TAKEN, taken).with("name", wish.name());
        }
        audit.record("till-key.create", "till-key/" + row.getId(), Map.of("brand", brand.key()));
        return new IssuedTillKey(view(row), secret);
    }

    public List<TillKey> list(Brand brand) {
        return database.selectFrom(TILL_KEY)
                .where(TILL_KEY.BRAND_ID.eq(brand.id().value()))
                .and(TILL_KEY.REVOKED_AT.isNull())
                .orderBy(TILL_KEY.ID)
                .fetch(TillKeys::view);
    }

    @Transactional
    public void revoke(Brand brand, long id) {
        database.update(TILL_KEY)
                .set(TILL_KEY.REVOKED_AT, clock.instant())
                .where(TILL_KEY.ID.eq(id))
                .and(TILL_KEY.BRAND_ID.eq(brand.id().value()))
                .and(TILL_KEY.REVOKED_AT.isNull())
                .execute();
        audit.record("till-key.revoke", "till-key/" + id, Map.of("brand", brand.key()));
    }

    /// Whose till calls.
    ///
    /// @param authorization the header as it came
    /// @param store         the store the call names
    /// @throws Problem `till-key-unknown`, `till-key-scope`, `till-key-store`
    public Counter counter(@Nullable String authorization, TillScope scope, @Nullable String store) {
        TillKeyRecord key = key(authorization);
        if (!Arrays.asList(key.getScopes()).contains(scope.code())) {
            throw new Problem(CouponProblem.TILL_KEY_SCOPE).with("scope", scope.code());
        }
        String own = key.getStore();
        if (own != null && store != null && !own.equals(store)) {
            throw new Problem(CouponProblem.TILL_KEY_STORE).with("store", own);
        }
        return new Counter(brands.get(new BrandId(key.getBrandId())), "till/" + key.getId(), own == null ? store : own);
    }

    private TillKeyRecord key(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new Problem(CouponProblem.TILL_KEY_UNKNOWN);
        }
        return database.selectFrom(TILL_KEY)
                .where(TILL_KEY.HASH.eq(Sha256.of(authorization.substring(7).strip())))
                .and(TILL_KEY.REVOKED_AT.isNull())
                .fetchOptional()
                .orElseThrow(() -> new Problem(CouponProblem.TILL_KEY_UNKNOWN));
    }

    private static TillKey view(TillKeyRecord row) {
        return new TillKey(
                Long.toString(row.getId()),
                row.getName(),
                row.getStore(),
                Set.copyOf(Arrays.stream(row.getScopes()).map(TillScope::of).toList()),
                row.getCreatedBy(),
                row.getCreatedAt());
    }
}
