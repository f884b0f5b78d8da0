package io.waterwheel.access.account;

import io.waterwheel.access.AccessProblem;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What administrators do with the accounts of others.
@Component
public class Staff {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,30}");
    private static final int LONGEST_NAME = 60;

    private final Accounts accounts;
    private final AccountStores stores;
    private final Brands brands;
    private final PasswordHashes hashes;
    private final LockOut lockOut;
    private final AuditTrail audit;

    Staff(
            Accounts accounts,
            AccountStores stores,
            Brands brands,
            PasswordHashes hashes,
            LockOut lockOut,
            AuditTrail audit) {
        this.accounts = accounts;
        this.stores = stores;
        this.brands = brands;
        this.hashes = hashes;
        this.lockOut = lockOut;
        this.audit = audit;
    }

    /// @param oneTimePassword shown once, kept only as a hash
    public record Issued(Account account, String oneTimePassword) {}

    /// @param workplaces the codes of the stores where a guide works, by the brand's key
    @Transactional
    public Issued create(String username, String displayName, Role role, Map<String, List<String>> workplaces) {
        if (!USERNAME.matcher(username).matches()) {
            throw new Problem(AccessProblem.USERNAME_INVALID).at("/username", "pattern", Text.same(USERNAME.pattern()));
        }
        checkName(displayName);
        GivenStores given = GivenStores.of(workplaces, brands);
        String password = OneTimePassword.make();
        Account account = accounts.insert(username, displayName.strip(), role, hashes.hash(password))
                .orElseThrow(() -> new Problem(AccessProblem.USERNAME_TAKEN).with("username", username));
        stores.give(account.id(), given);
        audit.record("account.create", subject(account), Map.of("role", role, "stores", stores.of(account.id())));
        return new Issued(account, password);
    }

    /// Changes what is given and leaves what is null.
    ///
    /// @param workplaces the codes of the stores where a guide works, by the brand's key; other brands stay
    @Transactional
    public Account change(
            long id,
            @Nullable String displayName,
            @Nullable Role role,
            @Nullable Boolean disabled,
            @Nullable Boolean mayLookUp,
            @Nullable Boolean mayDownload,
            @Nullable Map<String, List<String>> workplaces) {
        Account before = get(id);
        Account after = new Account(
                before.id(),
                before.username(),
                displayName == null ? before.displayName() : displayName.strip(),
                role == null ? before.role() : role,
                before.mustChangePassword(),
                disabled == null ? before.disabled() : disabled,
                before.epoch(),
                before.lastSignInAt(),
                mayLookUp == null ? before.mayLookUp() : mayLookUp,
                mayDownload == null ? before.mayDownload() : mayDownload);
        checkName(after.displayName());
        boolean adminLost = after.disabled() || after.role() != Role.ADMIN;
        if (before.role() == Role.ADMIN && adminLost && !accounts.anotherAdminCanSignIn(id)) {
            throw new Problem(AccessProblem.LAST_ADMIN);
        }
        accounts.update(after);
        if (workplaces != null) {
            stores.give(id, GivenStores.of(workplaces, brands));
        }
        if (after.disabled()) {
            accounts.endSessions(id);
        }
        audit.record(
                "account.change",
                subject(after),
                Map.of(
                        "role", after.role(),
                        "disabled", after.disabled(),
                        "mayLookUp", after.mayLookUp(),
                        "mayDownload", after.mayDownload(),
                        "stores", stores.of(id)));
        return get(id);
    }

    /// For a forgotten password: a new one for one sign-in; open sessions end and a lock is lifted.
    @Transactional
    public Issued issuePassword(long id) {
        Account account = get(id);
        String password = OneTimePassword.make();
        accounts.setPassword(id, hashes.hash(password), true);
        lockOut.clear(account.username());
        audit.record("account.issue-password", subject(account), Map.of());
        return new Issued(get(id), password);
    }

    public Optional<Instant> lockedUntil(Account account) {
        return lockOut.lockedUntil(account.username());
    }

    private Account get(long id) {
        return accounts.find(id).orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "account " + id));
    }

    private static void checkName(String displayName) {
        if (displayName.isBlank() || displayName.length() > LONGEST_NAME) {
            throw new Problem(KernelProblem.INVALID).outside("/displayName", "length", 1, LONGEST_NAME);
        }
    }

    private static String subject(Account account) {
        return "account/" + account.id();
    }
}
