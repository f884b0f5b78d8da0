package io.waterwheel.loyalty.membercentre.signin;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.ProblemType;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Limits how many wrong codes of coupons a member, and an address, may try. A try counts as wrong before it is
/// judged and is taken back when it was not: tries of one moment count one by one.
@Component
public class CodeTries {

    private static final Set<ProblemType> WRONG =
            Set.of(CouponProblem.COUPON_CODE_MISTYPED, CouponProblem.COUPON_CODE_FORGED);

    private final SignInRoom room;

    CodeTries(SignInRoom room) {
        this.room = room;
    }

    /// @param from the address of who tries
    /// @throws Problem `member-codes-too-often`, and what `attempt` throws
    public <T> T count(Member member, String from, Supplier<T> attempt) {
        String brand = member.brand().key() + "/";
        byte[] ofMember = room.take(SignInLimit.WRONG_CODES_OF_MEMBER, brand + member.customer());
        byte[] ofAddress = room.take(SignInLimit.WRONG_CODES_OF_ADDRESS, brand + from);
        boolean wrong = false;
        try {
            return attempt.get();
        } catch (Problem refused) {
            wrong = WRONG.contains(refused.type());
            throw refused;
        } finally {
            if (!wrong) {
                room.giveBack(ofMember);
                room.giveBack(ofAddress);
            }
        }
    }
}
