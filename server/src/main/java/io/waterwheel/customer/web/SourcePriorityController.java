package io.waterwheel.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.profile.SourcePriority;
import io.waterwheel.customer.source.SourceLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/source-priority")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "customer")
class SourcePriorityController {

    private final SourcePriority priority;

    SourcePriorityController(SourcePriority priority) {
        this.priority = priority;
    }

    /// @param attribute absent for all attributes that have no levels of their own
    /// @param levels    empty for the default
    record NewSourceLevels(@Nullable String attribute, List<SourceLevel> levels) {}

    @GetMapping
    @Operation(summary = "Whose word counts more when sources differ")
    SourcePriority.SourcePriorityView getSourcePriority(@PathVariable Brand brand) {
        return priority.of(brand);
    }

    @PutMapping
    @Operation(summary = "Sets levels for all attributes or for one; a job decides every customer anew")
    SourcePriority.SourcePriorityView setSourcePriority(
            @PathVariable Brand brand, @RequestBody NewSourceLevels change) {
        return priority.set(
                brand, change.attribute() == null ? "" : change.attribute().strip(), change.levels());
    }
}
