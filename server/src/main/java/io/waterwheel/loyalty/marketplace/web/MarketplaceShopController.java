package io.waterwheel.loyalty.marketplace.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.loyalty.marketplace.ShopDesk;
import io.waterwheel.loyalty.marketplace.ShopDesk.NewMarketplaceShop;
import io.waterwheel.loyalty.marketplace.ShopViews;
import io.waterwheel.loyalty.marketplace.ShopViews.MarketplaceDifferenceRow;
import io.waterwheel.loyalty.marketplace.ShopViews.MarketplaceMember;
import io.waterwheel.loyalty.marketplace.ShopViews.MarketplaceShop;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The shops on marketplaces whose members are bound with the brand's own.
@RestController
@RequestMapping("/api/brands/{brand}/marketplace-shops")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class MarketplaceShopController {

    private final ShopDesk desk;
    private final ShopViews views;

    MarketplaceShopController(ShopDesk desk, ShopViews views) {
        this.desk = desk;
        this.views = views;
    }

    @GetMapping
    List<MarketplaceShop> listMarketplaceShops(@PathVariable Brand brand) {
        return views.shops(brand);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Connects a shop; its secret is sealed and never shown again")
    MarketplaceShop connectMarketplaceShop(@PathVariable Brand brand, @RequestBody NewMarketplaceShop shop) {
        String id = Long.toString(desk.connect(brand, shop));
        return views.shops(brand).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Ends a shop and what is bound in it; points stay")
    void disconnectMarketplaceShop(@PathVariable Brand brand, @PathVariable long id) {
        desk.disconnect(brand, id);
    }

    @GetMapping("/{id}/members")
    @Operation(summary = "The bound members, the latest first; only those the marketplace did not take when stuck")
    Page<MarketplaceMember> listMarketplaceMembers(
            @PathVariable Brand brand,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean stuck,
            @ModelAttribute PageRequest page) {
        return views.members(brand, id, stuck, page);
    }

    @GetMapping("/{id}/differences")
    @Operation(summary = "What the last comparison with the marketplace's list found")
    List<MarketplaceDifferenceRow> listMarketplaceDifferences(@PathVariable Brand brand, @PathVariable long id) {
        return views.differences(brand, id);
    }

    @PostMapping("/{id}/compare")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Compares the lists of bound members soon")
    void compareMarketplaceMembers(@PathVariable Brand brand, @PathVariable long id) {
        desk.compare(brand, id);
    }
}
