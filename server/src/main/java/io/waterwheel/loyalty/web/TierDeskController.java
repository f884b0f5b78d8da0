package io.waterwheel.loyalty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.approval.GrantLimits;
import io.waterwheel.loyalty.tier.TierDesk;
import io.waterwheel.segment.language.WellFormed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The key in the address names the occasion: asked again, nothing happens twice.
@RestController
@RequestMapping("/api/brands/{brand}/customers/{no}")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "loyalty")
class TierDeskController {

    private static final int LONGEST = 200;

    private final TierDesk desk;
    private final GrantLimits limits;

    TierDeskController(TierDesk desk, GrantLimits limits) {
        this.desk = desk;
        this.limits = limits;
    }

    /// @param until the first instant without it
    record TierGift(
            @Nullable String tier,
            @Nullable Instant until,
            @Nullable String reason) {}

    record PaidMembershipSale(@Nullable String plan) {}

    @PutMapping("/tier-gifts/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Gives a member a tier for some time; above the brand's limit of one person and day a second person"
                            + " is asked first")
    void giveTier(
            @PathVariable Brand brand, @PathVariable int no, @PathVariable String key, @RequestBody TierGift gift) {
        Instant until = gift.until();
        if (until == null) {
            throw new Problem(KernelProblem.INVALID).outside("/until", "out-of-range", "now", "…");
        }
        String occasion = text(key, "/key");
        String tier = text(gift.tier(), "/tier");
        String reason = text(gift.reason(), "/reason");
        limits.admitTier(brand, occasion, until, () -> desk.give(brand, customer(no), occasion, tier, until, reason));
    }

    @PutMapping("/paid-memberships/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sells a paid membership, or renews it: the period begins when the one before ends")
    void sellPaidMembership(
            @PathVariable Brand brand,
            @PathVariable int no,
            @PathVariable String key,
            @RequestBody PaidMembershipSale sale) {
        desk.sell(brand, customer(no), text(key, "/key"), text(sale.plan(), "/plan"));
    }

    static CustomerNo customer(int no) {
        if (no < 1) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + no);
        }
        return new CustomerNo(no);
    }

    static String text(@Nullable String value, String pointer) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > LONGEST || !WellFormed.is(text)) {
            throw new Problem(KernelProblem.INVALID).outside(pointer, "length", 1, LONGEST);
        }
        return text;
    }
}
