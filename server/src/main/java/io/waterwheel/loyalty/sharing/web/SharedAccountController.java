package io.waterwheel.loyalty.sharing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.loyalty.sharing.SharedAccount;
import io.waterwheel.loyalty.sharing.SharedAccount.FormerSharedPerson;
import io.waterwheel.loyalty.sharing.SharedAccounts;
import io.waterwheel.loyalty.sharing.SharedKind;
import io.waterwheel.loyalty.sharing.SharedViews;
import io.waterwheel.loyalty.sharing.SharingRule;
import io.waterwheel.loyalty.sharing.SharingRules;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/shared-accounts")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class SharedAccountController {

    private final SharingRules rules;
    private final SharedAccounts accounts;
    private final SharedViews views;

    SharedAccountController(SharingRules rules, SharedAccounts accounts, SharedViews views) {
        this.rules = rules;
        this.accounts = accounts;
        this.views = views;
    }

    record NewSharedAccount(SharedKind kind, int holder) {}

    @GetMapping("/rules")
    List<SharingRule> listSharingRules(@PathVariable Brand brand) {
        return rules.of(brand);
    }

    @PutMapping("/rules")
    SharingRule saveSharingRule(@PathVariable Brand brand, @RequestBody SharingRule rule) {
        return rules.save(brand, rule);
    }

    @GetMapping
    Page<SharedAccount> listSharedAccounts(@PathVariable Brand brand, PageRequest page) {
        return views.list(brand, page);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SharedAccount openSharedAccount(@PathVariable Brand brand, @RequestBody NewSharedAccount given) {
        return accounts.openFor(brand, given.kind(), new CustomerNo(given.holder()));
    }

    @GetMapping("/{id}")
    SharedAccount getSharedAccount(@PathVariable Brand brand, @PathVariable long id) {
        return views.get(brand, id);
    }

    @GetMapping("/{id}/former-people")
    @Operation(summary = "Who was in the account and is no longer, whoever left last first")
    List<FormerSharedPerson> listFormerSharedPeople(@PathVariable Brand brand, @PathVariable long id) {
        return views.former(brand, id);
    }

    @DeleteMapping("/{id}/people/{customer}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSharedPerson(@PathVariable Brand brand, @PathVariable long id, @PathVariable int customer) {
        accounts.removeByBrand(brand, id, new CustomerNo(customer));
    }

    @PostMapping("/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeSharedAccount(@PathVariable Brand brand, @PathVariable long id) {
        accounts.closeByBrand(brand, id);
    }
}
