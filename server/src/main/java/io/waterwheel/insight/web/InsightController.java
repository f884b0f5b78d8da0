package io.waterwheel.insight.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.insight.effect.BroadcastResult;
import io.waterwheel.insight.effect.BroadcastResults;
import io.waterwheel.insight.home.Home;
import io.waterwheel.insight.home.HomePage;
import io.waterwheel.insight.ladder.Ladder;
import io.waterwheel.insight.ladder.OrderLadder;
import io.waterwheel.insight.rfm.CustomerRfm;
import io.waterwheel.insight.rfm.Rfm;
import io.waterwheel.insight.rfm.RfmGrid;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.BroadcastId;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "insight")
class InsightController {

    private final HomePage home;
    private final Rfm rfm;
    private final OrderLadder ladder;
    private final BroadcastResults results;

    InsightController(HomePage home, Rfm rfm, OrderLadder ladder, BroadcastResults results) {
        this.home = home;
        this.rfm = rfm;
        this.ladder = ladder;
        this.results = results;
    }

    @GetMapping("/home")
    Home getHome(@PathVariable Brand brand) {
        return home.of(brand);
    }

    @GetMapping("/rfm")
    RfmGrid getRfm(@PathVariable Brand brand) {
        return rfm.grid(brand);
    }

    @GetMapping("/ladder")
    Ladder getLadder(@PathVariable Brand brand) {
        return ladder.of(brand);
    }

    /// 204 for a customer who did not buy in the window.
    @GetMapping("/customers/{no}/rfm")
    ResponseEntity<CustomerRfm> getCustomerRfm(@PathVariable Brand brand, @PathVariable int no) {
        if (no <= 0) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + no);
        }
        return rfm.of(brand, new CustomerNo(no))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/broadcasts/{id}/result")
    BroadcastResult getBroadcastResult(@PathVariable Brand brand, @PathVariable long id) {
        return results.of(brand, new BroadcastId(id));
    }
}
