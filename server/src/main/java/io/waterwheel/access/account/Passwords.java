package io.waterwheel.access.account;

import io.waterwheel.access.AccessProblem;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Changes passwords; every other session of the account ends with the old one.
@Component
public class Passwords {

    private final PasswordRules rules = new PasswordRules();
    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final LockOut lockOut;
    private final SignIns signIns;
    private final SessionOwner sessions;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    Passwords(
            Accounts accounts,
            PasswordHashes hashes,
            LockOut lockOut,
            SignIns signIns,
            SessionOwner sessions,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.lockOut = lockOut;
        this.signIns = signIns;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// The person's own change.
    ///
    /// @throws Problem `password-too-weak`, or `password-wrong`, which counts like a failed sign-in
    public void change(Account account, String current, String next, HttpServletRequest request) {
        if (!rules.allow(next, account.username()) || next.equals(current)) {
            throw new Problem(AccessProblem.PASSWORD_TOO_WEAK)
                    .with("least", PasswordRules.LEAST_CHARACTERS)
                    .with("most", PasswordRules.MOST_BYTES);
        }
        if (signIns.verify(account.username(), current).isEmpty()) {
            throw new Problem(AccessProblem.PASSWORD_WRONG);
        }
        String hash = hashes.hash(next);
        transactions.executeWithoutResult(status -> {
            lockOut.clear(account.username());
            accounts.setPassword(account.id(), hash, false);
            audit.record("account.password", "account/" + account.id(), Map.of());
        });
        accounts.find(account.id()).ifPresent(changed -> sessions.open(request, changed));
    }
}
