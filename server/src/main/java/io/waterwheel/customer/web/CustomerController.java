package io.waterwheel.customer.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerFilter;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.customer.lookup.LookUps;
import io.waterwheel.customer.profile.CustomerList;
import io.waterwheel.customer.profile.CustomerList.CustomerCount;
import io.waterwheel.customer.profile.CustomerPages;
import io.waterwheel.customer.profile.CustomerProfile;
import io.waterwheel.customer.profile.Timeline;
import io.waterwheel.customer.profile.Timeline.TimelineEntry;
import io.waterwheel.customer.purchase.Purchases;
import io.waterwheel.customer.purchase.Purchases.OrderRow;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/customers")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "customer")
class CustomerController {

    private final CustomerList list;
    private final CustomerPages pages;
    private final Purchases purchases;
    private final Timeline timeline;
    private final LookUps lookUps;

    CustomerController(
            CustomerList list, CustomerPages pages, Purchases purchases, Timeline timeline, LookUps lookUps) {
        this.list = list;
        this.pages = pages;
        this.purchases = purchases;
        this.timeline = timeline;
        this.lookUps = lookUps;
    }

    @GetMapping
    Page<CustomerRow> listCustomers(
            @PathVariable Brand brand, @ModelAttribute CustomerFilter filter, @ModelAttribute PageRequest page) {
        Page<CustomerRow> found = list.page(brand.id(), filter, page);
        if (page.cursor() == null) {
            lookUps.searched(brand, filter.q(), found.items().size());
        }
        return found;
    }

    @GetMapping("/count")
    CustomerCount countCustomers(@PathVariable Brand brand, @ModelAttribute CustomerFilter filter) {
        CustomerCount counted = list.count(brand.id(), filter);
        lookUps.searched(brand, filter.q(), counted.count());
        return counted;
    }

    @GetMapping("/{no}")
    CustomerProfile getCustomer(@PathVariable Brand brand, @PathVariable int no) {
        return pages.profile(brand, no);
    }

    @GetMapping("/{no}/orders")
    Page<OrderRow> listCustomerOrders(
            @PathVariable Brand brand, @PathVariable int no, @ModelAttribute PageRequest page) {
        return purchases.page(brand, pages.known(brand, no), page);
    }

    @GetMapping("/{no}/timeline")
    Page<TimelineEntry> getCustomerTimeline(
            @PathVariable Brand brand,
            @PathVariable int no,
            @RequestParam(required = false) @Nullable List<String> names,
            @ModelAttribute PageRequest page) {
        return timeline.page(brand, pages.known(brand, no), names, page);
    }
}
