package io.waterwheel.touch.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.touch.sms.SmsAccounts;
import io.waterwheel.touch.sms.SmsSettings;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/sms/settings")
@Tag(name = "touch")
@PreAuthorize("hasRole('ADMIN')")
class SmsController {

    private final SmsAccounts accounts;

    SmsController(SmsAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    SmsSettings getSmsSettings(@PathVariable Brand brand) {
        return accounts.settings(brand);
    }

    @PutMapping
    SmsSettings updateSmsSettings(@PathVariable Brand brand, @RequestBody SmsSettings settings) {
        return accounts.change(brand, settings);
    }
}
