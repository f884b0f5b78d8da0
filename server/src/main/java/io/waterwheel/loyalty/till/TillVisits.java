package io.waterwheel.loyalty.till;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.TillProblem;
import io.waterwheel.loyalty.coupon.till.Counter;
import io.waterwheel.loyalty.pass.Bearer;
import io.waterwheel.loyalty.pass.MinutePasses;
import io.waterwheel.loyalty.pass.Pass;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// What a till holds of a member whose pass it read: long enough to ring everything up, and of no use to
/// another till. Nothing of it is kept.
@Component
class TillVisits {

    private static final Duration LASTS = Duration.ofMinutes(30);
    private static final String MARK = "WWV1.";

    private final MinutePasses passes;
    private final Customers customers;

    TillVisits(Vault vault, InstantSource clock, Customers customers) {
        this.passes = new MinutePasses(vault, clock);
        this.customers = customers;
    }

    Pass begin(Counter counter, CustomerNo customer) {
        return passes.of(kind(counter), new Bearer(counter.brand().id(), customer).packed(), LASTS);
    }

    /// Who it is.
    ///
    /// @throws Problem `till-visit-over`, `till-visit-forged`
    CustomerNo read(Counter counter, String visit) {
        MinutePasses.Kind kind = kind(counter);
        if (!kind.looksLike(visit)) {
            throw new Problem(TillProblem.TILL_VISIT_FORGED);
        }
        return switch (passes.read(kind, visit)) {
            case MinutePasses.Reading.Genuine(long about) ->
                customers.currentOf(Bearer.of(about).customer());
            case MinutePasses.Reading.Old(var _) -> throw new Problem(TillProblem.TILL_VISIT_OVER);
            case MinutePasses.Reading.Forged() -> throw new Problem(TillProblem.TILL_VISIT_FORGED);
        };
    }

    /// A key is one brand's, so another brand's visit is proven by another scope.
    private static MinutePasses.Kind kind(Counter counter) {
        return new MinutePasses.Kind(MARK, "till-visit/" + counter.by() + "/" + counter.store());
    }
}
