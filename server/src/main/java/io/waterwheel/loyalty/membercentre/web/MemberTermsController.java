package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.membercentre.terms.MemberTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is agreed to, for whoever looks.
@RestController
@RequestMapping("/m/{brand}/api/terms")
@Tag(name = "member-centre")
class MemberTermsController {

    private final MemberTerms terms;

    MemberTermsController(MemberTerms terms) {
        this.terms = terms;
    }

    /// @param version what is sent back with the consent
    /// @param zh      null for the text that comes with the pages, as is `en`
    @Schema(name = "TermsToAgree")
    record TermsToAgree(
            String version, @Nullable String zh, @Nullable String en) {}

    @GetMapping
    @Operation(summary = "The terms of membership as they are now")
    TermsToAgree getTermsToAgree(@PathVariable Brand brand) {
        return terms.current(brand)
                .map(own -> new TermsToAgree(own.version(), own.zh(), own.en()))
                .orElseGet(() -> new TermsToAgree(MemberTerms.OF_THE_PAGES, null, null));
    }
}
