package io.waterwheel.wecom.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/wecom/late")
@Tag(name = "wecom")
@PreAuthorize("hasRole('OPERATOR')")
class LateWorkController {

    private final LateWorks late;

    LateWorkController(LateWorks late) {
        this.late = late;
    }

    /// What guides have not done, or what has not reached them, and why.
    @GetMapping
    List<LateWork> listLateWork(@PathVariable Brand brand, Locale locale) {
        return late.of(brand, locale);
    }
}
