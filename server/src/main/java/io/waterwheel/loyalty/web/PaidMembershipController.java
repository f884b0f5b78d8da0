package io.waterwheel.loyalty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.tier.PaidMemberships;
import io.waterwheel.loyalty.tier.PaidPeriod;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/customers/{no}/paid-memberships")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "loyalty")
class PaidMembershipController {

    private final PaidMemberships memberships;

    PaidMembershipController(PaidMemberships memberships) {
        this.memberships = memberships;
    }

    /// @param reason why, for whoever looks into it later
    /// @param amount what is given back, in minor units, at most what was paid; by the plan when absent
    @Schema(name = "PaidMembershipRefundWish")
    record RefundWish(@Nullable String reason, @Nullable Long amount) {}

    @GetMapping
    @Operation(summary = "What a customer paid for, what each would give back, and the tier they would have then")
    List<PaidPeriod> listPaidMemberships(@PathVariable Brand brand, @PathVariable int no) {
        return memberships.of(brand, TierDeskController.customer(no));
    }

    @PostMapping("/{key}/refund")
    @Operation(summary = "Ends a period of paid membership, and says what is to be given back")
    PaidMemberships.Refunded refundPaidMembership(
            @PathVariable Brand brand, @PathVariable int no, @PathVariable String key, @RequestBody RefundWish wish) {
        return memberships.refund(
                brand,
                TierDeskController.customer(no),
                key,
                TierDeskController.text(wish.reason(), "/reason"),
                wish.amount());
    }
}
