package io.waterwheel.wecom.asked;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Takes what is due and works on it, brands apart from each other: one corp that is slow holds up nobody else's of
/// this batch. Safe on any number of nodes, because each takes others.
///
/// @param <D> what is due
public abstract class AskedWork<D> extends Worker {

    private final Brands brands;

    protected AskedWork(String name, Brands brands) {
        super(name, Duration.ofSeconds(1));
        this.brands = brands;
    }

    /// The next ones, which no other node gets for a while.
    protected abstract List<D> take();

    protected abstract BrandId brandOf(D due);

    /// Throws nothing: what fails is due again.
    protected abstract void work(Brand brand, D due);

    @Override
    protected final boolean work() {
        List<D> taken = take();
        Map<BrandId, List<D>> byBrand = new LinkedHashMap<>();
        taken.forEach(one -> byBrand.computeIfAbsent(brandOf(one), brand -> new ArrayList<>())
                .add(one));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            byBrand.forEach((id, some) -> threads.execute(() -> {
                Brand brand = brands.get(id);
                some.forEach(one -> work(brand, one));
            }));
        }
        return !taken.isEmpty();
    }
}
