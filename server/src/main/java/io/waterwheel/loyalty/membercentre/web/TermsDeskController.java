package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.membercentre.terms.MemberTerms;
import io.waterwheel.loyalty.membercentre.terms.TermsVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The brand's own terms of membership.
@RestController
@RequestMapping("/api/brands/{brand}/member-terms")
@Tag(name = "loyalty")
class TermsDeskController {

    private final MemberTerms terms;

    TermsDeskController(MemberTerms terms) {
        this.terms = terms;
    }

    @Schema(name = "NewMemberTerms")
    record NewMemberTerms(@Nullable String zh, @Nullable String en) {}

    @GetMapping
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(summary = "All versions, the latest first; none for a brand that has the text of the pages")
    List<TermsVersion> listMemberTerms(@PathVariable Brand brand) {
        return terms.all(brand);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Publishes a version, for whoever joins from now on")
    TermsVersion publishMemberTerms(@PathVariable Brand brand, @RequestBody NewMemberTerms text) {
        return terms.publish(brand, text.zh(), text.en());
    }
}
