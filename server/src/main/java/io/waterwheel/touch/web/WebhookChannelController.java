package io.waterwheel.touch.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.touch.webhook.CarrierSettings;
import io.waterwheel.touch.webhook.Carriers;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/webhook-channel/settings")
@Tag(name = "touch")
@PreAuthorize("hasRole('ADMIN')")
class WebhookChannelController {

    private final Carriers carriers;

    WebhookChannelController(Carriers carriers) {
        this.carriers = carriers;
    }

    @GetMapping
    CarrierSettings getCarrierSettings(@PathVariable Brand brand) {
        return carriers.settings(brand);
    }

    @PutMapping
    CarrierSettings updateCarrierSettings(@PathVariable Brand brand, @RequestBody CarrierSettings settings) {
        return carriers.change(brand, settings);
    }
}
