package io.waterwheel.touch.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.touch.policy.ApprovalLimit;
import io.waterwheel.touch.policy.PlatformQuotas;
import io.waterwheel.touch.policy.Policies;
import io.waterwheel.touch.policy.Policy;
import io.waterwheel.touch.policy.PolicyChange;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/policy")
@Tag(name = "touch")
@PreAuthorize("hasRole('OPERATOR')")
class PolicyController {

    private final Policies policies;
    private final PlatformQuotas quotas;

    PolicyController(Policies policies, PlatformQuotas quotas) {
        this.policies = policies;
        this.quotas = quotas;
    }

    @GetMapping
    Policy getPolicy(@PathVariable Brand brand) {
        return policies.of(brand);
    }

    @PutMapping
    Policy updatePolicy(@PathVariable Brand brand, @RequestBody PolicyChange policy) {
        return policies.change(brand, policy);
    }

    /// Above what a broadcast needs a second person. For administrators: who may send does not decide it.
    @PutMapping("/approval")
    @PreAuthorize("hasRole('ADMIN')")
    Policy updateApprovalLimit(@PathVariable Brand brand, @RequestBody ApprovalLimit limit) {
        return policies.limit(brand, limit);
    }

    /// What platforms allow, by channel; set by the installation, not by a brand.
    @GetMapping("/quotas")
    Map<String, PlatformQuotas.Quota> getPlatformQuotas(@PathVariable Brand brand) {
        return quotas.quotas();
    }
}
