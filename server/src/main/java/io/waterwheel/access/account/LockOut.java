package io.waterwheel.access.account;

import static io.waterwheel.access.generated.Tables.SIGN_IN_FAILURE;

import io.waterwheel.access.AccessProblem;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Five failures in a row lock a user name for fifteen minutes, whether or not anyone has it.
///
/// An attempt counts as failed before its password is looked at and is taken back when it was right. So guesses sent
/// at the same moment are counted like guesses sent one by one.
@Component
class LockOut {

    static final int ATTEMPTS = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);

    private final DSLContext database;
    private final InstantSource clock;

    LockOut(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Counts one attempt.
    ///
    /// @return whether it was the last one before the lock
    /// @throws Problem `account-locked`
    boolean count(String username) {
        Instant now = clock.instant();
        var fresh = SIGN_IN_FAILURE.LAST_AT.le(now.minus(LOCKED));
        var failures = DSL.when(fresh, 1).otherwise(SIGN_IN_FAILURE.FAILURES.plus(1));
        Integer counted = database.insertInto(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.NAME_HASH, hash(username))
                .set(SIGN_IN_FAILURE.FAILURES, 1)
                .set(SIGN_IN_FAILURE.LAST_AT, now)
                .onConflict(SIGN_IN_FAILURE.NAME_HASH)
                .doUpdate()
                .set(SIGN_IN_FAILURE.FAILURES, failures)
                .set(SIGN_IN_FAILURE.LAST_AT, now)
                .set(
                        SIGN_IN_FAILURE.LOCKED_UNTIL,
                        DSL.when(failures.ge(ATTEMPTS), now.plus(LOCKED)).otherwise((Instant) null))
                .where(SIGN_IN_FAILURE.LOCKED_UNTIL.isNull().or(SIGN_IN_FAILURE.LOCKED_UNTIL.le(now)))
                .returning(SIGN_IN_FAILURE.FAILURES)
                .fetchOne(SIGN_IN_FAILURE.FAILURES);
        if (counted == null) {
            throw new Problem(AccessProblem.ACCOUNT_LOCKED)
                    .with("until", lockedUntil(username).orElse(now).toString());
        }
        return counted >= ATTEMPTS;
    }

    /// The password was right, or an administrator issued a new one.
    void clear(String username) {
        // Old rows of names nobody has would stay for ever otherwise.
        database.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE
                        .NAME_HASH
                        .eq(hash(username))
                        .or(SIGN_IN_FAILURE.LAST_AT.lt(clock.instant().minus(LOCKED.multipliedBy(2)))))
                .execute();
    }

    Optional<Instant> lockedUntil(String username) {
        return database.select(SIGN_IN_FAILURE.LOCKED_UNTIL)
                .from(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.NAME_HASH.eq(hash(username)), SIGN_IN_FAILURE.LOCKED_UNTIL.gt(clock.instant()))
                .fetchOptional(SIGN_IN_FAILURE.LOCKED_UNTIL);
    }

    private static byte[] hash(String username) {
        return Sha256.of(username);
    }
}
