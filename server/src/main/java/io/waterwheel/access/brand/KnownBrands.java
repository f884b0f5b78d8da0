package io.waterwheel.access.brand;

import io.waterwheel.access.AccessProblem;
import io.waterwheel.access.Brand;
import io.waterwheel.access.BrandUse;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Brands from memory; a change made on another node is seen within seconds.
@Component
public class KnownBrands implements Brands {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final BrandRows rows;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ObjectProvider<BrandUse> uses;
    private volatile @Nullable BrandSnapshot snapshot;

    KnownBrands(BrandRows rows, AuditTrail audit, InstantSource clock, ObjectProvider<BrandUse> uses) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
        this.uses = uses;
        rows.insertFirst("main", "我的品牌", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    }

    @Override
    public Brand byKey(String key) {
        return find(known -> known.byKey().get(key)).orElseThrow(() -> missing(key));
    }

    @Override
    public Brand get(BrandId id) {
        return find(known -> known.byId().get(id)).orElseThrow(() -> missing(Short.toString(id.value())));
    }

    @Override
    public List<Brand> all() {
        return known().all();
    }

    @Override
    @Transactional
    public Brand create(String key, String name, Currency currency, ZoneId zone) {
        BrandKeys.check(key, name, currency);
        Brand brand = rows.insert(key, name.strip(), currency, zone);
        audit.record("brand.create", "brand/" + key, Map.of("currency", currency.getCurrencyCode()));
        forget();
        return brand;
    }

    /// Changes what a brand is called; its currency and zone only while it has no orders, because every amount and
    /// every day already counted was counted in them.
    @Transactional
    public Brand change(Brand brand, String name, Currency currency, ZoneId zone) {
        BrandKeys.checkSettings(name, currency);
        Brand changed = new Brand(brand.id(), brand.key(), name.strip(), currency, zone);
        boolean fixed = brand.currency().equals(currency) && brand.zone().equals(zone);
        if (!fixed && uses.stream().anyMatch(use -> use.hasOrders(brand.id()))) {
            throw new Problem(AccessProblem.BRAND_IN_USE);
        }
        rows.update(changed);
        audit.record(
                "brand.change",
                "brand/" + brand.key(),
                Map.of("currency", currency.getCurrencyCode(), "timeZone", zone.getId()));
        forget();
        return changed;
    }

    private Optional<Brand> find(Function<BrandSnapshot, @Nullable Brand> look) {
        Brand brand = look.apply(known());
        return Optional.ofNullable(brand != null ? brand : look.apply(read()));
    }

    private BrandSnapshot known() {
        BrandSnapshot known = snapshot;
        Instant oldest = clock.instant().minus(FRESH);
        return known != null && known.readAt().isAfter(oldest) ? known : read();
    }

    private BrandSnapshot read() {
        BrandSnapshot read = BrandSnapshot.of(rows.all(), clock.instant());
        snapshot = read;
        return read;
    }

    /// Once more after the transaction: another thread may have read the state before it meanwhile.
    private void forget() {
        snapshot = null;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    snapshot = null;
                }
            });
        }
    }

    private static Problem missing(String what) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "brand " + what);
    }
}
