package io.waterwheel.customer.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.ConsentPurpose;
import io.waterwheel.customer.consent.ConsentDecision;
import io.waterwheel.customer.consent.ConsentDesk;
import io.waterwheel.customer.consent.ConsentLedger;
import io.waterwheel.customer.consent.NewConsent;
import io.waterwheel.customer.consent.NewQuiet;
import io.waterwheel.customer.consent.QuietPreferences;
import io.waterwheel.customer.consent.QuietWish;
import io.waterwheel.customer.profile.CustomerPages;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "customer")
class ConsentController {

    private final CustomerPages pages;
    private final ConsentLedger ledger;
    private final ConsentDesk desk;
    private final QuietPreferences quiet;

    ConsentController(CustomerPages pages, ConsentLedger ledger, ConsentDesk desk, QuietPreferences quiet) {
        this.pages = pages;
        this.ledger = ledger;
        this.desk = desk;
        this.quiet = quiet;
    }

    record DescribedPurpose(ConsentPurpose code, Text title, Text meaning) {}

    /// @param quiet absent when the customer never asked for quiet
    record ConsentState(
            List<ConsentLedger.InForce> inForce, @Nullable QuietWish quiet) {}

    @GetMapping("/consent-purposes")
    List<DescribedPurpose> listConsentPurposes(@PathVariable Brand brand) {
        return Arrays.stream(ConsentPurpose.values())
                .map(purpose -> new DescribedPurpose(purpose, purpose.title(), purpose.meaning()))
                .toList();
    }

    @GetMapping("/customers/{no}/consent")
    ConsentState getCustomerConsent(@PathVariable Brand brand, @PathVariable int no) {
        return state(brand, pages.known(brand, no));
    }

    @GetMapping("/customers/{no}/consent/decisions")
    Page<ConsentDecision> listConsentDecisions(
            @PathVariable Brand brand, @PathVariable int no, @ModelAttribute PageRequest page) {
        return ledger.page(brand, pages.known(brand, no), page);
    }

    @PostMapping("/customers/{no}/consent/decisions")
    ConsentState recordConsent(@PathVariable Brand brand, @PathVariable int no, @RequestBody NewConsent decision) {
        CustomerNo customer = pages.known(brand, no);
        desk.record(brand, customer, decision);
        return state(brand, customer);
    }

    @PutMapping("/customers/{no}/consent/quiet")
    ConsentState setQuietPreference(@PathVariable Brand brand, @PathVariable int no, @RequestBody NewQuiet wish) {
        CustomerNo customer = pages.known(brand, no);
        desk.record(brand, customer, wish);
        return state(brand, customer);
    }

    private ConsentState state(Brand brand, CustomerNo customer) {
        return new ConsentState(
                ledger.inForce(brand, customer), quiet.of(brand, customer).orElse(null));
    }
}
