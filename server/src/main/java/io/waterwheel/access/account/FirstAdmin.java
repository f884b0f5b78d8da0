package io.waterwheel.access.account;

import io.waterwheel.kernel.audit.AuditTrail;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Makes the first administrator of a new installation; there is no default password.
@Component
class FirstAdmin implements ApplicationRunner {

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    FirstAdmin(Accounts accounts, PasswordHashes hashes, AuditTrail audit, TransactionOperations transactions) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.none()) {
            String password = OneTimePassword.make();
            String hash = hashes.hash(password);
            transactions.executeWithoutResult(status -> create(password, hash));
        }
    }

    private void create(String password, String hash) {
        accounts.insert("admin", "管理员", Role.ADMIN, hash).ifPresent(admin -> {
            audit.record("account.create", "account/" + admin.id(), Map.of("role", admin.role()));
            // Before the commit: an account whose password nobody saw could never be entered. To the console, never to
            // the log.
            System.out.println("admin password (one time): " + password);
        });
    }
}
