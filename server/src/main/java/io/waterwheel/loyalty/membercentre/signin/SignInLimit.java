package io.waterwheel.loyalty.membercentre.signin;

import io.waterwheel.loyalty.MemberCentreProblem;
import java.time.Duration;

/// How often what may be done: a wrong or absurd amount of it is somebody's program, or somebody else's
/// phone.
enum SignInLimit {
    /// Texts cost money and wake people.
    CODES_OF_PHONE_HOURLY(5, Duration.ofHours(1)),
    CODES_OF_PHONE_DAILY(10, Duration.ofDays(1)),
    /// A shop's own network has one address for all its guests.
    CODES_OF_ADDRESS(40, Duration.ofHours(1)),
    CODES_OF_BRAND(3_000, Duration.ofHours(1)),
    TRIES_OF_ADDRESS(200, Duration.ofHours(1)),
    WECHAT_OF_ADDRESS(600, Duration.ofHours(1)),
    /// Wrong codes of coupons. A poster's may have four signs: nobody finds one by trying.
    WRONG_CODES_OF_MEMBER(10, Duration.ofHours(1), MemberCentreProblem.MEMBER_CODES_TOO_OFTEN),
    WRONG_CODES_OF_ADDRESS(100, Duration.ofHours(1), MemberCentreProblem.MEMBER_CODES_TOO_OFTEN);

    private final int most;
    private final Duration stretch;
    private final MemberCentreProblem refusal;

    SignInLimit(int most, Duration stretch) {
        this(most, stretch, MemberCentreProblem.SIGN_IN_TOO_OFTEN);
    }

    SignInLimit(int most, Duration stretch, MemberCentreProblem refusal) {
        this.most = most;
        this.stretch = stretch;
        this.refusal = refusal;
    }

    /// What is said to whoever does it more often.
    MemberCentreProblem refusal() {
        return refusal;
    }

    int most() {
        return most;
    }

    Duration stretch() {
        return stretch;
    }
}
