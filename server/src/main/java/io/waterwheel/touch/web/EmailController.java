package io.waterwheel.touch.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.TouchProblem;
import io.waterwheel.touch.email.EmailSettings;
import io.waterwheel.touch.email.MailAccounts;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/email/settings")
@Tag(name = "touch")
@PreAuthorize("hasRole('ADMIN')")
class EmailController {

    private final MailAccounts accounts;

    EmailController(MailAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    EmailSettings getEmailSettings(@PathVariable Brand brand) {
        return accounts.of(brand).orElseThrow(() -> new Problem(TouchProblem.EMAIL_NOT_CONFIGURED));
    }

    @PutMapping
    EmailSettings updateEmailSettings(@PathVariable Brand brand, @RequestBody EmailSettings settings) {
        return accounts.change(brand, settings);
    }
}
