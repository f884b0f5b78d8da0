package io.waterwheel.loyalty.membercentre.signin;

import static io.waterwheel.loyalty.generated.Tables.SIGN_IN_COUNT;

import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MemberCentreProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Counts what is limited, in the database, so that it holds for all nodes and over a restart.
@Component
class SignInRoom {

    private static final String SCOPE = "sign-in-count";

    private final DSLContext database;
    private final Vault vault;
    private final InstantSource clock;

    SignInRoom(DSLContext database, Vault vault, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /// Takes one, whatever becomes of it.
    ///
    /// @param who a phone, an address, a brand; kept blinded
    /// @return names what was taken, to give it back
    /// @throws Problem the limit's refusal
    byte[] take(SignInLimit limit, String who) {
        Instant now = clock.instant();
        long stretch = now.getEpochSecond() / limit.stretch().toSeconds();
        Instant until = Instant.ofEpochSecond((stretch + 1) * limit.stretch().toSeconds());
        byte[] what = vault.blind(SCOPE, limit + "/" + stretch + "/" + who);
        int used = database.insertInto(SIGN_IN_COUNT)
                .set(SIGN_IN_COUNT.WHAT, what)
                .set(SIGN_IN_COUNT.USED, 1)
                .set(SIGN_IN_COUNT.UNTIL, until)
                .onConflict(SIGN_IN_COUNT.WHAT)
                .doUpdate()
                .set(SIGN_IN_COUNT.USED, SIGN_IN_COUNT.USED.plus(1))
                .where(SIGN_IN_COUNT.USED.lt(limit.most()))
                .execute();
        if (used == 0) {
            throw tooOften(limit.refusal(), Duration.between(now, until));
        }
        return what;
    }

    /// What was counted before it was judged, and turned out to be right.
    void giveBack(byte[] what) {
        database.update(SIGN_IN_COUNT)
                .set(SIGN_IN_COUNT.USED, SIGN_IN_COUNT.USED.minus(1))
                .where(SIGN_IN_COUNT.WHAT.eq(what))
                .and(SIGN_IN_COUNT.USED.gt(0))
                .execute();
    }

    void forgetOld() {
        database.deleteFrom(SIGN_IN_COUNT)
                .where(SIGN_IN_COUNT.UNTIL.le(clock.instant()))
                .execute();
    }

    static Problem tooOften(Duration wait) {
        return tooOften(MemberCentreProblem.SIGN_IN_TOO_OFTEN, wait);
    }

    private static Problem tooOften(MemberCentreProblem refusal, Duration wait) {
        return new Problem(refusal).with("seconds", Math.max(1, wait.toSeconds()));
    }
}
