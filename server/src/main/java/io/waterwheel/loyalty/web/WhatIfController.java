package io.waterwheel.loyalty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.loyalty.whatif.WhatIf;
import io.waterwheel.loyalty.whatif.WhatIfMovers;
import io.waterwheel.loyalty.whatif.WhatIfWish;
import io.waterwheel.loyalty.whatif.WhatIfs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/loyalty/what-ifs")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "loyalty")
class WhatIfController {

    private final WhatIfs whatIfs;
    private final WhatIfMovers movers;

    WhatIfController(WhatIfs whatIfs, WhatIfMovers movers) {
        this.whatIfs = whatIfs;
        this.movers = movers;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Replays the past of all members under a draft programme, beside the published one")
    WhatIf askWhatIf(@PathVariable Brand brand, @RequestBody WhatIfWish wish) {
        return whatIfs.ask(brand, wish);
    }

    @GetMapping
    @Operation(summary = "The last what-ifs, without their answers")
    List<WhatIf> listWhatIfs(@PathVariable Brand brand) {
        return whatIfs.list(brand);
    }

    @GetMapping("/{id}")
    WhatIf getWhatIf(@PathVariable Brand brand, @PathVariable long id) {
        return whatIfs.get(brand, id);
    }

    @GetMapping("/{id}/movers")
    @Operation(summary = "The members who would go from one tier to another")
    Page<CustomerRow> listWhatIfMovers(
            @PathVariable Brand brand,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @ModelAttribute PageRequest page) {
        return movers.page(brand, id, from, to, page);
    }
}
