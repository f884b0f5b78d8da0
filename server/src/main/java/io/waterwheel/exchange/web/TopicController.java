package io.waterwheel.exchange.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.exchange.topic.FlowState;
import io.waterwheel.exchange.topic.Inlet;
import io.waterwheel.exchange.topic.InletSettings;
import io.waterwheel.exchange.topic.Inlets;
import io.waterwheel.exchange.topic.Outlet;
import io.waterwheel.exchange.topic.OutletSettings;
import io.waterwheel.exchange.topic.Outlets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "exchange")
class TopicController {

    private final Inlets inlets;
    private final Outlets outlets;

    TopicController(Inlets inlets, Outlets outlets) {
        this.inlets = inlets;
        this.outlets = outlets;
    }

    @GetMapping("/inlets")
    @PreAuthorize("hasRole('OPERATOR')")
    List<Inlet> listInlets(@PathVariable Brand brand) {
        return inlets.of(brand);
    }

    @PostMapping("/inlets")
    Inlet createInlet(@PathVariable Brand brand, @RequestBody InletSettings settings) {
        return inlets.create(brand, settings);
    }

    @PutMapping("/inlets/{id}")
    Inlet updateInlet(@PathVariable Brand brand, @PathVariable long id, @RequestBody InletSettings settings) {
        return inlets.change(brand, id, settings);
    }

    @PostMapping("/inlets/{id}/pause")
    @PreAuthorize("hasRole('OPERATOR')")
    Inlet pauseInlet(@PathVariable Brand brand, @PathVariable long id) {
        return inlets.state(brand, id, FlowState.PAUSED);
    }

    @PostMapping("/inlets/{id}/resume")
    @PreAuthorize("hasRole('OPERATOR')")
    Inlet resumeInlet(@PathVariable Brand brand, @PathVariable long id) {
        return inlets.state(brand, id, FlowState.ACTIVE);
    }

    @DeleteMapping("/inlets/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteInlet(@PathVariable Brand brand, @PathVariable long id) {
        inlets.remove(brand, id);
    }

    @GetMapping("/outlets")
    @PreAuthorize("hasRole('OPERATOR')")
    List<Outlet> listOutlets(@PathVariable Brand brand) {
        return outlets.of(brand);
    }

    @PostMapping("/outlets")
    Outlet createOutlet(@PathVariable Brand brand, @RequestBody OutletSettings settings) {
        return outlets.create(brand, settings);
    }

    @PutMapping("/outlets/{id}")
    Outlet updateOutlet(@PathVariable Brand brand, @PathVariable long id, @RequestBody OutletSettings settings) {
        return outlets.change(brand, id, settings);
    }

    @PostMapping("/outlets/{id}/pause")
    @PreAuthorize("hasRole('OPERATOR')")
    Outlet pauseOutlet(@PathVariable Brand brand, @PathVariable long id) {
        return outlets.state(brand, id, FlowState.PAUSED);
    }

    @PostMapping("/outlets/{id}/resume")
    @PreAuthorize("hasRole('OPERATOR')")
    Outlet resumeOutlet(@PathVariable Brand brand, @PathVariable long id) {
        return outlets.state(brand, id, FlowState.ACTIVE);
    }

    @DeleteMapping("/outlets/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteOutlet(@PathVariable Brand brand, @PathVariable long id) {
        outlets.remove(brand, id);
    }
}
