package io.waterwheel.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.identity.IdentityPages;
import io.waterwheel.customer.identity.IdentityView;
import io.waterwheel.customer.identity.PersonLinks;
import io.waterwheel.customer.profile.CustomerPages;
import io.waterwheel.kernel.CustomerNo;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/customers/{no}")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "customer")
class IdentityController {

    private final CustomerPages pages;
    private final IdentityPages identity;
    private final PersonLinks links;

    IdentityController(CustomerPages pages, IdentityPages identity, PersonLinks links) {
        this.pages = pages;
        this.identity = identity;
        this.links = links;
    }

    /// @param other the customer who is the same person
    record MergeCustomers(int other, @Nullable String why) {}

    /// @param low  with `high`, a link of the customer that joins two people
    record SeparateCustomers(int low, int high, @Nullable String why) {}

    @GetMapping("/identity")
    @Operation(summary = "Why this customer is one: identifiers, links, merges")
    IdentityView getCustomerIdentity(@PathVariable Brand brand, @PathVariable int no) {
        return identity.view(pages.known(brand, no));
    }

    @PostMapping("/merge")
    @Operation(summary = "Says that two customers are one person")
    IdentityView mergeCustomers(@PathVariable Brand brand, @PathVariable int no, @RequestBody MergeCustomers merge) {
        CustomerNo customer = pages.known(brand, no);
        links.link(brand, customer, pages.known(brand, merge.other()), merge.why());
        return identity.view(pages.known(brand, no));
    }

    @PostMapping("/separate")
    @Operation(summary = "Says that the two sides of a link are two people")
    IdentityView separateCustomers(
            @PathVariable Brand brand, @PathVariable int no, @RequestBody SeparateCustomers separate) {
        CustomerNo customer = pages.known(brand, no);
        links.separate(brand, customer, separate.low(), separate.high(), separate.why());
        return identity.view(pages.known(brand, no));
    }
}
