package io.waterwheel.access.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.account.Account;
import io.waterwheel.access.account.AccountStores;
import io.waterwheel.access.account.Accounts;
import io.waterwheel.access.account.Staff;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/accounts")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "access")
class AccountController {

    private final Accounts accounts;
    private final AccountStores stores;
    private final Staff staff;

    AccountController(Accounts accounts, AccountStores stores, Staff staff) {
        this.accounts = accounts;
        this.stores = stores;
        this.staff = staff;
    }

    @GetMapping
    List<AccountBody> listAccounts() {
        Map<Long, Map<String, List<String>>> given = stores.all();
        return accounts.all().stream()
                .map(account -> body(account, given.getOrDefault(account.id(), Map.of())))
                .toList();
    }

    @PostMapping
    IssuedPassword createAccount(@RequestBody NewAccount account) {
        return issued(staff.create(account.username(), account.displayName(), account.role(), account.workplaces()));
    }

    @PatchMapping("/{id}")
    AccountBody updateAccount(@PathVariable long id, @RequestBody AccountChange change) {
        return body(staff.change(
                id,
                change.displayName(),
                change.role(),
                change.disabled(),
                change.mayLookUp(),
                change.mayDownload(),
                change.stores()));
    }

    @PostMapping("/{id}/password")
    IssuedPassword issuePassword(@PathVariable long id) {
        return issued(staff.issuePassword(id));
    }

    private IssuedPassword issued(Staff.Issued issued) {
        return new IssuedPassword(body(issued.account()), issued.oneTimePassword());
    }

    private AccountBody body(Account account) {
        return body(account, stores.of(account.id()));
    }

    private AccountBody body(Account account, Map<String, List<String>> given) {
        return AccountBody.of(account, given, staff.lockedUntil(account));
    }
}
