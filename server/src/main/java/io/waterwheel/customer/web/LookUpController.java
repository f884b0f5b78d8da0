package io.waterwheel.customer.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.lookup.LookUp;
import io.waterwheel.customer.lookup.LookUps;
import io.waterwheel.customer.profile.CustomerPages;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/customers/{no}/look-ups")
@PreAuthorize("hasAuthority('LOOK_UP')")
@Tag(name = "customer")
class LookUpController {

    private final CustomerPages pages;
    private final LookUps lookUps;

    LookUpController(CustomerPages pages, LookUps lookUps) {
        this.pages = pages;
        this.lookUps = lookUps;
    }

    record Revealed(List<String> values) {}

    /// A POST, because looking leaves a trace, and so that no address or log holds what was asked.
    @PostMapping
    ResponseEntity<Revealed> revealPersonalData(
            @PathVariable Brand brand, @PathVariable int no, @RequestBody LookUp wanted) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Revealed(lookUps.reveal(brand, pages.known(brand, no), wanted)));
    }
}
