package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Workplace;
import io.waterwheel.access.Workplaces;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.DeskProblem;
import org.springframework.stereotype.Component;

/// The only way for a person to a [Counter]: a guide stands at the stores they were given, others at every store.
@Component
public class Desks {

    private final Workplaces workplaces;

    Desks(Workplaces workplaces) {
        this.workplaces = workplaces;
    }

    /// Whoever makes this request, at a store.
    ///
    /// @throws Problem `desk-no-store`, `desk-store-not-yours`
    public Counter counter(Brand brand, String store) {
        Workplace workplace = workplaces.ofCaller(brand);
        checkSomewhere(workplace);
        if (!workplace.includes(store)) {
            throw new Problem(DeskProblem.DESK_STORE_NOT_YOURS).with("store", store);
        }
        return new Counter(brand, Actor.current().name(), store);
    }

    /// For what is the same at every store of a brand.
    ///
    /// @throws Problem `desk-no-store` to a guide who works at none of them
    public void checkWorksAt(Brand brand) {
        checkSomewhere(workplaces.ofCaller(brand));
    }

    private static void checkSomewhere(Workplace workplace) {
        if (workplace instanceof Workplace.Stores(var codes) && codes.isEmpty()) {
            throw new Problem(DeskProblem.DESK_NO_STORE);
        }
    }
}
