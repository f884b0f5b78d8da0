package io.waterwheel.access.account;

import io.waterwheel.access.AccessProblem;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Lets people in by user name and password.
@Component
public class SignIns {

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final LockOut lockOut;
    private final SessionOwner sessions;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    SignIns(
            Accounts accounts,
            PasswordHashes hashes,
            LockOut lockOut,
            SessionOwner sessions,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.lockOut = lockOut;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// Opens a session for the person.
    ///
    /// @throws Problem `account-locked`, or `sign-in-failed` for a wrong password and an unknown user alike
    public Account signIn(String typedName, String password, HttpServletRequest request) {
        String username = typedName.strip().toLowerCase(Locale.ROOT);
        Account account = verify(username, password).orElseThrow(() -> new Problem(AccessProblem.SIGN_IN_FAILED));
        sessions.open(request, account);
        transactions.executeWithoutResult(status -> {
            lockOut.clear(username);
            accounts.signedIn(account.id());
            audit.record("session.sign-in", "account/" + account.id(), Map.of());
        });
        return account;
    }

    /// Counts the attempt before it looks at the password; empty when it was wrong.
    Optional<Account> verify(String username, String password) {
        boolean lastTry = lockOut.count(username);
        boolean right = hashes.match(password, accounts.passwordHash(username));
        Optional<Account> account = accounts.find(username);
        if (lastTry && !right) {
            account.ifPresent(known -> audit.record("account.lock", "account/" + known.id(), Map.of()));
        }
        return account.filter(known -> right && !known.disabled());
    }
}
