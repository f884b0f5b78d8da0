package io.waterwheel.access.web;

import io.waterwheel.access.account.Account;
import io.waterwheel.access.account.Caller;
import io.waterwheel.access.account.Role;

/// Who is signed in.
///
/// @param mayLookUp   whether they may see a customer's phone, e-mail and address in plain
/// @param mayDownload whether they may download lists of customers
record Person(
        String id,
        String username,
        String displayName,
        Role role,
        boolean mustChangePassword,
        boolean mayLookUp,
        boolean mayDownload) {

    static Person of(Caller caller) {
        return switch (caller) {
            case Caller.SignedIn(Account account) ->
                new Person(
                        Long.toString(account.id()),
                        account.username(),
                        account.displayName(),
                        account.role(),
                        account.mustChangePassword(),
                        caller.mayLookUp(),
                        caller.mayDownload());
            case Caller.CommandLine local ->
                new Person(
                        local.getName(),
                        local.getName(),
                        local.getName(),
                        local.role(),
                        false,
                        local.mayLookUp(),
                        local.mayDownload());
        };
    }
}
