package io.waterwheel.loyalty.coupon.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.coupon.settlement.SettlementFile;
import io.waterwheel.loyalty.coupon.settlement.Settlements;
import io.waterwheel.loyalty.coupon.till.TillKeys;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/brands/{brand}")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class CouponSettlementController {

    private final Settlements settlements;
    private final SettlementFile file;
    private final TillKeys keys;

    CouponSettlementController(Settlements settlements, SettlementFile file, TillKeys keys) {
        this.settlements = settlements;
        this.file = file;
        this.keys = keys;
    }

    /// What each store is owed for days in the brand's zone, both counted.
    @GetMapping("/coupon-settlement")
    List<Settlements.StoreSum> listCouponSettlement(
            @PathVariable Brand brand, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        return settlements.sums(brand, from, until);
    }

    @GetMapping("/coupon-settlement/reconciliation")
    Settlements.Reconciliation reconcileCoupons(@PathVariable Brand brand) {
        return settlements.reconcile(brand);
    }

    /// @param format csv or xlsx
    @GetMapping("/coupon-settlement/file")
    ResponseEntity<StreamingResponseBody> fetchCouponSettlement(
            @PathVariable Brand brand,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(defaultValue = "csv") String format,
            Locale locale) {
        settlements.sums(brand, from, until);
        SettlementFile.Wanted wanted = new SettlementFile.Wanted(brand, from, until, store, locale);
        boolean sheet = format.equals("xlsx");
        String type =
                sheet ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8";
        String name = "coupon-settlement-" + from + "-" + until + (sheet ? ".xlsx" : ".csv");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(out -> {
                    if (sheet) {
                        file.sheet(wanted, out);
                    } else {
                        file.csv(wanted, out);
                    }
                });
    }

    @GetMapping("/till-keys")
    List<TillKeys.TillKey> listTillKeys(@PathVariable Brand brand) {
        return keys.list(brand);
    }

    @PostMapping("/till-keys")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('ADMIN')")
    TillKeys.IssuedTillKey createTillKey(@PathVariable Brand brand, @RequestBody TillKeys.NewTillKey key) {
        return keys.create(brand, key);
    }

    @DeleteMapping("/till-keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMIN')")
    void revokeTillKey(@PathVariable Brand brand, @PathVariable long id) {
        keys.revoke(brand, id);
    }
}
