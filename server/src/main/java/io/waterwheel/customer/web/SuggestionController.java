package io.waterwheel.customer.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.suggestion.IdentitySuggestion;
import io.waterwheel.customer.suggestion.SuggestionRun;
import io.waterwheel.customer.suggestion.SuggestionState;
import io.waterwheel.customer.suggestion.Suggestions;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/suggestions")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "customer")
class SuggestionController {

    private final Suggestions suggestions;

    SuggestionController(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @GetMapping
    Page<IdentitySuggestion> listSuggestions(
            @PathVariable Brand brand,
            @RequestParam(defaultValue = "open") String state,
            @ModelAttribute PageRequest page) {
        return suggestions.page(brand, state(state), page);
    }

    @GetMapping("/search")
    SuggestionRun getSuggestionSearch(@PathVariable Brand brand) {
        return suggestions.lastRun(brand);
    }

    @PostMapping("/search")
    SuggestionRun searchSuggestions(@PathVariable Brand brand) {
        return suggestions.search(brand);
    }

    @GetMapping("/{left}/{right}")
    IdentitySuggestion getSuggestion(@PathVariable Brand brand, @PathVariable int left, @PathVariable int right) {
        return suggestions.get(brand, customer(left), customer(right));
    }

    @PostMapping("/{left}/{right}/accept")
    IdentitySuggestion acceptSuggestion(@PathVariable Brand brand, @PathVariable int left, @PathVariable int right) {
        return suggestions.accept(brand, customer(left), customer(right));
    }

    @PostMapping("/{left}/{right}/reject")
    IdentitySuggestion rejectSuggestion(@PathVariable Brand brand, @PathVariable int left, @PathVariable int right) {
        return suggestions.reject(brand, customer(left), customer(right));
    }

    @PostMapping("/{left}/{right}/reopen")
    IdentitySuggestion reopenSuggestion(@PathVariable Brand brand, @PathVariable int left, @PathVariable int right) {
        return suggestions.reopen(brand, customer(left), customer(right));
    }

    private static CustomerNo customer(int number) {
        if (number <= 0) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + number);
        }
        return new CustomerNo(number);
    }

    private static SuggestionState state(String code) {
        return Arrays.stream(SuggestionState.values())
                .filter(state -> state.name().equals(code.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Problem(KernelProblem.MALFORMED).with("reason", "state " + code));
    }
}
