package io.waterwheel.loyalty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsProblem;
import io.waterwheel.loyalty.approval.GrantDecisions;
import io.waterwheel.loyalty.approval.GrantDesk;
import io.waterwheel.loyalty.approval.GrantLimit;
import io.waterwheel.loyalty.approval.GrantLimits;
import io.waterwheel.loyalty.approval.GrantRequest;
import io.waterwheel.loyalty.approval.GrantRequests;
import io.waterwheel.loyalty.coupon.issue.CouponBatches;
import io.waterwheel.segment.language.WellFormed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/loyalty")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "loyalty")
class GrantController {

    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_NOTE = 200;

    private final GrantLimits limits;
    private final GrantRequests requests;
    private final GrantDecisions decisions;
    private final GrantDesk desk;

    GrantController(GrantLimits limits, GrantRequests requests, GrantDecisions decisions, GrantDesk desk) {
        this.limits = limits;
        this.requests = requests;
        this.decisions = decisions;
        this.desk = desk;
    }

    /// @param taken     whether points are taken instead of given
    /// @param key       names this grant; asked again it is the same request
    /// @param note      why, for whoever decides and for the member's statement
    /// @param expiresOn from which day of the brand on they are lost; null for never
    record PointsGrantRequest(
            int customer,
            boolean taken,
            @Nullable String key,
            long points,
            @Nullable String note,
            @Nullable LocalDate expiresOn) {}

    /// @param key  names this batch; asked again it is the same request
    /// @param note why, for whoever decides
    record CouponGrantRequest(
            @Nullable CouponTemplateId template,
            CouponBatches.@Nullable NewBatch batch,
            @Nullable String key,
            @Nullable String note) {}

    /// @param tier  its id
    /// @param until the first instant without it
    /// @param key   names this gift; asked again it is the same request
    /// @param note  why, for whoever decides
    record TierGrantRequest(
            int customer,
            @Nullable String tier,
            @Nullable Instant until,
            @Nullable String key,
            @Nullable String note) {}

    /// @param reason 1 … 500 characters, for whoever asked
    record GrantRefusal(@Nullable String reason) {}

    @GetMapping("/grant-limit")
    GrantLimit getGrantLimit(@PathVariable Brand brand) {
        return limits.of(brand);
    }

    /// Above what a grant needs a second person. For administrators: who may give does not decide it.
    @PutMapping("/grant-limit")
    @PreAuthorize("hasRole('ADMIN')")
    GrantLimit updateGrantLimit(@PathVariable Brand brand, @RequestBody GrantLimit limit) {
        return limits.change(brand, limit);
    }

    @GetMapping("/grant-requests")
    @Operation(summary = "The last hundred grants a second person was asked about, the newest first")
    List<GrantRequest> listGrantRequests(
            @PathVariable Brand brand, @RequestParam(defaultValue = "false") boolean open) {
        return desk.list(brand, open);
    }

    @PostMapping("/grant-requests/points")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Asks a second person about points that are given or taken")
    GrantRequest requestPoints(@PathVariable Brand brand, @RequestBody PointsGrantRequest wish) {
        if (wish.points() < 1 || wish.points() > Points.MOST) {
            throw new Problem(PointsProblem.POINTS_AMOUNT_ABSURD).with("most", Points.MOST);
        }
        return requests.points(
                brand,
                customer(wish.customer()),
                wish.taken(),
                text(wish.key(), "/key", LONGEST_KEY),
                new Points(wish.points()),
                text(wish.note(), "/note", LONGEST_NOTE),
                wish.expiresOn() == null ? null : brand.startOf(wish.expiresOn()));
    }

    @PostMapping("/grant-requests/coupons")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Asks a second person about a batch of coupons")
    GrantRequest requestCoupons(@PathVariable Brand brand, @RequestBody CouponGrantRequest wish) {
        CouponTemplateId template = wish.template();
        CouponBatches.NewBatch batch = wish.batch();
        if (template == null || batch == null) {
            throw new Problem(KernelProblem.INVALID).outside(template == null ? "/template" : "/batch", "count", 1, 1);
        }
        return requests.coupons(
                brand,
                template,
                text(wish.key(), "/key", LONGEST_KEY),
                batch,
                text(wish.note(), "/note", LONGEST_NOTE));
    }

    @PostMapping("/grant-requests/tiers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Asks a second person about a tier that is given for some time")
    GrantRequest requestTier(@PathVariable Brand brand, @RequestBody TierGrantRequest wish) {
        Instant until = wish.until();
        if (until == null) {
            throw new Problem(KernelProblem.INVALID).outside("/until", "out-of-range", "now", "…");
        }
        return requests.tier(
                brand,
                customer(wish.customer()),
                text(wish.key(), "/key", LONGEST_KEY),
                text(wish.tier(), "/tier", LONGEST_NOTE),
                until,
                text(wish.note(), "/note", LONGEST_NOTE));
    }

    @PostMapping("/grant-requests/{id}/approve")
    @Operation(summary = "For somebody other than who asked")
    GrantRequest approveGrant(@PathVariable Brand brand, @PathVariable long id) {
        return decisions.approve(brand, id);
    }

    @PostMapping("/grant-requests/{id}/refuse")
    @Operation(summary = "For somebody other than who asked, with a reason")
    GrantRequest refuseGrant(@PathVariable Brand brand, @PathVariable long id, @RequestBody GrantRefusal refusal) {
        return decisions.refuse(brand, id, refusal.reason() == null ? "" : refusal.reason());
    }

    private static CustomerNo customer(int no) {
        if (no < 1) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + no);
        }
        return new CustomerNo(no);
    }

    private static String text(@Nullable String value, String pointer, int most) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > most || !WellFormed.is(text)) {
            throw new Problem(KernelProblem.INVALID).outside(pointer, "length", 1, most);
        }
        return text;
    }
}
