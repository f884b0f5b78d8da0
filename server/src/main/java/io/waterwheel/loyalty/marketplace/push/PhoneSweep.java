package io.waterwheel.loyalty.marketplace.push;

import io.waterwheel.kernel.Sweep;
import io.waterwheel.loyalty.marketplace.PhoneMixes;
import io.waterwheel.loyalty.marketplace.Shops;
import java.time.Duration;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Mixes phones that became known, for every shop.
@Component
class PhoneSweep extends Sweep {

    private final Shops shops;
    private final PhoneMixes mixes;

    PhoneSweep(Shops shops, PhoneMixes mixes) {
        super("marketplace-phones", "marketplace.phones", Duration.ofSeconds(2));
        this.shops = shops;
        this.mixes = mixes;
    }

    @Override
    protected void look() {
        shops.connected(DSL.noCondition())
                .forEach(shop -> attempt("marketplace.phones", () -> {
                    boolean more = true;
                    while (more && isRunning()) {
                        more = mixes.piece(shop);
                    }
                }));
    }
}
