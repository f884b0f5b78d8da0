package io.waterwheel.loyalty.mall.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.loyalty.MallOrderState;
import io.waterwheel.loyalty.mall.MallDesk;
import io.waterwheel.loyalty.mall.MallIds;
import io.waterwheel.loyalty.mall.ShippingFile;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/brands/{brand}/mall/orders")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class MallOrderController {

    private final MallDesk desk;
    private final ShippingFile file;

    MallOrderController(MallDesk desk, ShippingFile file) {
        this.desk = desk;
        this.file = file;
    }

    record ShipMallOrder(String carrier, String parcel) {}

    record CancelMallOrder(String why) {}

    /// @param restock  whether the pieces can be had again
    /// @param pieces   how many come back; null for all that did not yet
    /// @param returned how many had come back before; null for none
    record ReturnMallOrder(
            String why,
            boolean restock,
            @Nullable Integer pieces,
            @Nullable Integer returned) {}

    record MallOrderCounts(int ordered, int paid, int fulfilled, int cancelled, int returned) {}

    /// @param state ordered, paid, fulfilled, cancelled or returned
    /// @param owed  only those whose points the ledger did not give back yet
    @GetMapping
    Page<MallDesk.DeskOrder> listMallOrders(
            @PathVariable Brand brand,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(defaultValue = "false") boolean owed,
            @ModelAttribute PageRequest page) {
        MallOrderState wanted = null;
        for (MallOrderState one : MallOrderState.values()) {
            if (one.code().equals(state)) {
                wanted = one;
            }
        }
        return desk.list(brand, new MallDesk.Wanted(wanted, item, store, owed), page);
    }

    @GetMapping("/counts")
    MallOrderCounts countMallOrders(@PathVariable Brand brand) {
        var counts = desk.count(brand);
        return new MallOrderCounts(
                counts.getOrDefault(MallOrderState.ORDERED, 0),
                counts.getOrDefault(MallOrderState.PAID, 0),
                counts.getOrDefault(MallOrderState.FULFILLED, 0),
                counts.getOrDefault(MallOrderState.CANCELLED, 0),
                counts.getOrDefault(MallOrderState.RETURNED, 0));
    }

    /// What waits to be sent, with names and addresses: for those who may download lists.
    @GetMapping("/shipping-file")
    @PreAuthorize("hasRole('OPERATOR') and hasAuthority('DOWNLOAD')")
    ResponseEntity<StreamingResponseBody> fetchMallShipping(@PathVariable Brand brand, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mall-orders.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out -> file.write(brand, locale, out));
    }

    @PostMapping("/{id}/ship")
    MallDesk.DeskOrder shipMallOrder(
            @PathVariable Brand brand, @PathVariable String id, @RequestBody ShipMallOrder parcel) {
        return desk.ship(brand, MallIds.number(id), parcel.carrier(), parcel.parcel());
    }

    /// It was picked up.
    @PostMapping("/{id}/hand-over")
    MallDesk.DeskOrder handOverMallOrder(@PathVariable Brand brand, @PathVariable String id) {
        return desk.handOver(brand, MallIds.number(id));
    }

    /// Gives the points back.
    @PostMapping("/{id}/cancel")
    MallDesk.DeskOrder cancelMallOrder(
            @PathVariable Brand brand, @PathVariable String id, @RequestBody CancelMallOrder cancel) {
        return desk.cancel(brand, MallIds.number(id), cancel.why());
    }

    /// What was had came back, all of it or some pieces: gives their points back.
    @PostMapping("/{id}/return")
    MallDesk.DeskOrder returnMallOrder(
            @PathVariable Brand brand, @PathVariable String id, @RequestBody ReturnMallOrder back) {
        int before = back.returned() == null ? 0 : back.returned();
        MallDesk.Return wish = new MallDesk.Return(back.pieces(), before, back.why(), back.restock());
        return desk.takeBack(brand, MallIds.number(id), wish);
    }
}
