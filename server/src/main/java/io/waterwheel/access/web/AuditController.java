package io.waterwheel.access.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.audit.AuditEntry;
import io.waterwheel.access.audit.AuditPages;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/audit")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "access")
class AuditController {

    private final AuditPages audit;

    AuditController(AuditPages audit) {
        this.audit = audit;
    }

    @GetMapping
    Page<AuditEntry> listAudit(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @ModelAttribute PageRequest page) {
        return audit.list(actor, action, page);
    }
}
