package io.waterwheel.loyalty.coupon.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponGrant;
import io.waterwheel.loyalty.CouponGranted;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.approval.GrantLimits;
import io.waterwheel.loyalty.coupon.issue.CodeFile;
import io.waterwheel.loyalty.coupon.issue.CouponBatches;
import io.waterwheel.loyalty.coupon.issue.PublicCodes;
import io.waterwheel.loyalty.coupon.issue.ReasonWords;
import io.waterwheel.loyalty.coupon.till.CallKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/brands/{brand}/coupon-templates/{id}")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class CouponIssueController {

    private final Coupons coupons;
    private final CouponBatches batches;
    private final PublicCodes publicCodes;
    private final CodeFile codeFile;
    private final GrantLimits limits;

    CouponIssueController(
            Coupons coupons, CouponBatches batches, PublicCodes publicCodes, CodeFile codeFile, GrantLimits limits) {
        this.coupons = coupons;
        this.batches = batches;
        this.publicCodes = publicCodes;
        this.codeFile = codeFile;
        this.limits = limits;
    }

    record IssueCoupon(int customer) {}

    /// @param repeated whether it was issued before under this key
    record IssuedCoupon(String coupon, boolean repeated) {}

    /// Issues one coupon; the Idempotency-Key names the occasion.
    @PostMapping("/issue")
    IssuedCoupon issueCoupon(
            @PathVariable Brand brand,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody IssueCoupon wish) {
        String occasion = "console/" + CallKey.of(key);
        CouponGrant grant = new CouponGrant(occasion, new CustomerNo(wish.customer()), "console");
        return limits.admitCoupons(brand, occasion, 1, () -> issue(brand, CouponTemplateId.of(id), grant));
    }

    private IssuedCoupon issue(Brand brand, CouponTemplateId template, CouponGrant grant) {
        return switch (coupons.issue(brand, template, List.of(grant)).getFirst()) {
            case CouponGranted.Issued(long coupon, boolean repeated) ->
                new IssuedCoupon(Long.toString(coupon), repeated);
            case CouponGranted.Refused(CouponGranted.Reason why) ->
                throw new Problem(CouponProblem.COUPON_NOT_ISSUED).with("why", ReasonWords.of(why));
        };
    }

    @GetMapping("/batches")
    List<CouponBatches.Batch> listCouponBatches(@PathVariable Brand brand, @PathVariable String id) {
        return batches.list(brand, CouponTemplateId.of(id));
    }

    /// Begins to issue coupons to many. Above the brand's limit of one person and day a second person is asked
    /// first.
    @PostMapping("/batches")
    @ResponseStatus(HttpStatus.CREATED)
    CouponBatches.Batch startCouponBatch(
            @PathVariable Brand brand, @PathVariable String id, @RequestBody CouponBatches.NewBatch batch) {
        return limits.admitCoupons(
                brand,
                "batch/" + UUID.randomUUID(),
                batches.reach(brand, batch),
                () -> batches.start(brand, CouponTemplateId.of(id), batch));
    }

    /// The codes of a batch on paper: for those who may download lists, and noted in the audit trail.
    @GetMapping("/batches/{batch}/codes")
    @PreAuthorize("hasRole('OPERATOR') and hasAuthority('DOWNLOAD')")
    ResponseEntity<StreamingResponseBody> fetchCouponCodes(
            @PathVariable Brand brand, @PathVariable String id, @PathVariable long batch) {
        batches.get(brand, batch);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"coupon-codes-" + batch + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out -> codeFile.write(brand, batch, out));
    }

    @GetMapping("/public-codes")
    List<PublicCodes.PublicCode> listPublicCodes(@PathVariable Brand brand, @PathVariable String id) {
        return publicCodes.list(brand, CouponTemplateId.of(id));
    }

    @PostMapping("/public-codes")
    @ResponseStatus(HttpStatus.CREATED)
    PublicCodes.PublicCode createPublicCode(
            @PathVariable Brand brand, @PathVariable String id, @RequestBody PublicCodes.NewPublicCode code) {
        return publicCodes.create(brand, CouponTemplateId.of(id), code);
    }
}
