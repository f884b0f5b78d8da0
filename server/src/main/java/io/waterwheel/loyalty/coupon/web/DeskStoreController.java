package io.waterwheel.loyalty.coupon.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.access.Workplace;
import io.waterwheel.access.Workplaces;
import io.waterwheel.intake.StoreNames;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells a phone at the counter which stores it may stand in.
@RestController
@RequestMapping("/api/brands/{brand}/coupon-desk/stores")
@Tag(name = "loyalty")
@PreAuthorize("hasAnyRole('OPERATOR', 'GUIDE')")
class DeskStoreController {

    private final Workplaces workplaces;
    private final StoreNames names;

    DeskStoreController(Workplaces workplaces, StoreNames names) {
        this.workplaces = workplaces;
        this.names = names;
    }

    /// @param name the code where no file told of the name
    record DeskStore(String code, String name) {}

    /// @param everywhere whether the caller may name any store; none are listed then
    record DeskStores(boolean everywhere, List<DeskStore> stores) {}

    @GetMapping
    @Operation(summary = "The stores where the caller works")
    DeskStores listDeskStores(@PathVariable Brand brand) {
        return switch (workplaces.ofCaller(brand)) {
            case Workplace.Everywhere() -> new DeskStores(true, List.of());
            case Workplace.Stores(List<String> codes) -> {
                Map<String, String> known = names.of(brand, codes);
                yield new DeskStores(
                        false,
                        codes.stream()
                                .map(code -> new DeskStore(code, known.getOrDefault(code, code)))
                                .toList());
            }
        };
    }
}
