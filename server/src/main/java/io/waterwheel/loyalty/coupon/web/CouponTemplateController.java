package io.waterwheel.loyalty.coupon.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.coupon.template.CouponLimits;
import io.waterwheel.loyalty.coupon.template.CouponTemplate;
import io.waterwheel.loyalty.coupon.template.CouponTemplates;
import io.waterwheel.loyalty.coupon.template.NewCouponTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/coupon-templates")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class CouponTemplateController {

    private final CouponTemplates templates;

    CouponTemplateController(CouponTemplates templates) {
        this.templates = templates;
    }

    @GetMapping
    Page<CouponTemplate> listCouponTemplates(@PathVariable Brand brand, @ModelAttribute PageRequest page) {
        return templates.list(brand, page);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CouponTemplate createCouponTemplate(@PathVariable Brand brand, @RequestBody NewCouponTemplate template) {
        return templates.create(brand, template);
    }

    @GetMapping("/{id}")
    CouponTemplate getCouponTemplate(@PathVariable Brand brand, @PathVariable String id) {
        return templates.get(brand, CouponTemplateId.of(id));
    }

    /// Drafts only.
    @PutMapping("/{id}")
    CouponTemplate changeCouponTemplate(
            @PathVariable Brand brand, @PathVariable String id, @RequestBody NewCouponTemplate template) {
        return templates.change(brand, CouponTemplateId.of(id), template);
    }

    @PutMapping("/{id}/limits")
    CouponTemplate limitCouponTemplate(
            @PathVariable Brand brand, @PathVariable String id, @RequestBody CouponLimits limits) {
        return templates.limit(brand, CouponTemplateId.of(id), limits);
    }

    @PostMapping("/{id}/activate")
    CouponTemplate activateCouponTemplate(@PathVariable Brand brand, @PathVariable String id) {
        return templates.activate(brand, CouponTemplateId.of(id));
    }

    @PostMapping("/{id}/stop")
    CouponTemplate stopCouponTemplate(@PathVariable Brand brand, @PathVariable String id) {
        return templates.stop(brand, CouponTemplateId.of(id));
    }
}
