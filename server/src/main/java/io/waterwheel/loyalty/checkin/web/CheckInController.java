package io.waterwheel.loyalty.checkin.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.checkin.CheckInFigures;
import io.waterwheel.loyalty.checkin.CheckInRule;
import io.waterwheel.loyalty.checkin.CheckInRules;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/check-in")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class CheckInController {

    private final CheckInRules rules;
    private final CheckInFigures figures;

    CheckInController(CheckInRules rules, CheckInFigures figures) {
        this.rules = rules;
        this.figures = figures;
    }

    @GetMapping("/rule")
    CheckInRule getCheckInRule(@PathVariable Brand brand) {
        return rules.get(brand);
    }

    @PutMapping("/rule")
    CheckInRule saveCheckInRule(@PathVariable Brand brand, @RequestBody CheckInRule rule) {
        return rules.save(brand, rule);
    }

    /// The last thirty days.
    @GetMapping("/days")
    List<CheckInFigures.Day> listCheckInDays(@PathVariable Brand brand) {
        return figures.lastDays(brand);
    }
}
