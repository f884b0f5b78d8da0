package io.waterwheel.access.account;

import static io.waterwheel.access.generated.Tables.ACCOUNT;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The accounts in the database.
@Repository
public class Accounts {

    private final DSLContext database;
    private final InstantSource clock;

    Accounts(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<Account> all() {
        return database.select().from(ACCOUNT).orderBy(ACCOUNT.USERNAME).fetch(Accounts::account);
    }

    public Optional<Account> find(long id) {
        return database.select().from(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOptional(Accounts::account);
    }

    Optional<Account> find(String username) {
        return database.select()
                .from(ACCOUNT)
                .where(ACCOUNT.USERNAME.eq(username))
                .fetchOptional(Accounts::account);
    }

    @Nullable
    String passwordHash(String username) {
        return database.select(ACCOUNT.PASSWORD_HASH)
                .from(ACCOUNT)
                .where(ACCOUNT.USERNAME.eq(username))
                .fetchOne(ACCOUNT.PASSWORD_HASH);
    }

    /// Empty when the user name is taken.
    Optional<Account> insert(String username, String displayName, Role role, String passwordHash) {
        return database.insertInto(ACCOUNT)
                .set(ACCOUNT.USERNAME, username)
                .set(ACCOUNT.DISPLAY_NAME, displayName)
                .set(ACCOUNT.ROLE, role.key())
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(ACCOUNT.MUST_CHANGE_PASSWORD, true)
                .set(ACCOUNT.CREATED_AT, clock.instant())
                .onConflictDoNothing()
                .returning()
                .fetchOptional(Accounts::account);
    }

    boolean none() {
        return !database.fetchExists(ACCOUNT);
    }

    /// Locks the administrators' rows, so that two of them cannot disable each other at the same moment.
    boolean anotherAdminCanSignIn(long id) {
        return database
                .select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ROLE.eq(Role.ADMIN.key()), ACCOUNT.DISABLED.isFalse())
                .orderBy(ACCOUNT.ID)
                .forUpdate()
                .fetch(ACCOUNT.ID)
                .stream()
                .anyMatch(other -> other != id);
    }

    void update(Account account) {
        database.update(ACCOUNT)
                .set(ACCOUNT.DISPLAY_NAME, account.displayName())
                .set(ACCOUNT.ROLE, account.role().key())
                .set(ACCOUNT.DISABLED, account.disabled())
                .set(ACCOUNT.MAY_LOOK_UP, account.mayLookUp())
                .set(ACCOUNT.MAY_DOWNLOAD, account.mayDownload())
                .where(ACCOUNT.ID.eq(account.id()))
                .execute();
    }

    /// Stores a new password and ends every open session of the account.
    int setPassword(long id, String hash, boolean mustChange) {
        return database.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .set(ACCOUNT.MUST_CHANGE_PASSWORD, mustChange)
                .set(ACCOUNT.EPOCH, ACCOUNT.EPOCH.plus(1))
                .where(ACCOUNT.ID.eq(id))
                .returning(ACCOUNT.EPOCH)
                .fetchSingle(ACCOUNT.EPOCH);
    }

    void endSessions(long id) {
        database.update(ACCOUNT)
                .set(ACCOUNT.EPOCH, ACCOUNT.EPOCH.plus(1))
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    void signedIn(long id) {
        database.update(ACCOUNT)
                .set(ACCOUNT.LAST_SIGN_IN_AT, clock.instant())
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    private static Account account(Record row) {
        return new Account(
                row.get(ACCOUNT.ID),
                row.get(ACCOUNT.USERNAME),
                row.get(ACCOUNT.DISPLAY_NAME),
                Role.of(row.get(ACCOUNT.ROLE)),
                row.get(ACCOUNT.MUST_CHANGE_PASSWORD),
                row.get(ACCOUNT.DISABLED),
                row.get(ACCOUNT.EPOCH),
                row.get(ACCOUNT.LAST_SIGN_IN_AT),
                row.get(ACCOUNT.MAY_LOOK_UP),
                row.get(ACCOUNT.MAY_DOWNLOAD));
    }
}
