package io.waterwheel.customer.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.person.Erasure;
import io.waterwheel.customer.person.Erasures;
import io.waterwheel.customer.profile.CustomerPages;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "customer")
class ErasureController {

    private final CustomerPages pages;
    private final Erasures erasures;

    ErasureController(CustomerPages pages, Erasures erasures) {
        this.pages = pages;
        this.erasures = erasures;
    }

    /// @param reason what the person asked for and how, without naming them
    record NewErasure(String reason) {}

    @PostMapping("/api/brands/{brand}/customers/{no}/erasure")
    Erasure erasePerson(@PathVariable Brand brand, @PathVariable int no, @RequestBody NewErasure wish) {
        return erasures.request(brand, pages.known(brand, no), wish.reason());
    }

    @GetMapping("/api/erasures")
    Page<Erasure> listErasures(@ModelAttribute PageRequest page) {
        return erasures.page(page);
    }

    @GetMapping("/api/erasures/{id}")
    Erasure getErasure(@PathVariable long id) {
        return erasures.get(id);
    }

    @PostMapping("/api/erasures/{id}/approve")
    Erasure approveErasure(@PathVariable long id) {
        return erasures.approve(id);
    }

    @PostMapping("/api/erasures/{id}/reject")
    Erasure rejectErasure(@PathVariable long id) {
        return erasures.reject(id);
    }

    @GetMapping("/api/privacy-rules")
    Erasures.Rules getPrivacyRules() {
        return erasures.rules();
    }

    @PutMapping("/api/privacy-rules")
    Erasures.Rules updatePrivacyRules(@RequestBody Erasures.Rules rules) {
        return erasures.change(rules);
    }
}
