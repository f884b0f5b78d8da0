package io.waterwheel.loyalty.reward.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.loyalty.reward.RefusedReward;
import io.waterwheel.loyalty.reward.RefusedRewards;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/refused-rewards")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class RefusedRewardController {

    private final RefusedRewards refused;

    RefusedRewardController(RefusedRewards refused) {
        this.refused = refused;
    }

    @GetMapping
    @Operation(summary = "What members were to have and could not be given, the newest first")
    Page<RefusedReward> listRefusedRewards(@PathVariable Brand brand, @ModelAttribute PageRequest page) {
        return refused.list(brand, page);
    }

    @PostMapping("/{id}/retry")
    @Operation(summary = "Tries once more to give it; nobody gets it twice")
    RefusedReward retryRefusedReward(@PathVariable Brand brand, @PathVariable long id) {
        return refused.retry(brand, id);
    }
}
