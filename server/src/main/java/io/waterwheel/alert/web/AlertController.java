package io.waterwheel.alert.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.alert.watch.Alert;
import io.waterwheel.alert.watch.AlertLimits;
import io.waterwheel.alert.watch.AlertSettings;
import io.waterwheel.alert.watch.Alerts;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/alerts")
@Tag(name = "alert")
@PreAuthorize("hasRole('OPERATOR')")
class AlertController {

    private final Alerts alerts;
    private final AlertLimits limits;

    AlertController(Alerts alerts, AlertLimits limits) {
        this.alerts = alerts;
        this.limits = limits;
    }

    /// What is late beyond the limit first, then what was; at most 200.
    @GetMapping
    List<Alert> listAlerts(@PathVariable Brand brand) {
        return alerts.of(brand);
    }

    @GetMapping("/settings")
    @PreAuthorize("hasRole('ADMIN')")
    AlertSettings getAlertSettings(@PathVariable Brand brand) {
        return limits.of(brand);
    }

    @PutMapping("/settings")
    @PreAuthorize("hasRole('ADMIN')")
    AlertSettings updateAlertSettings(@PathVariable Brand brand, @RequestBody AlertSettings settings) {
        return limits.change(brand, settings);
    }
}
