package io.waterwheel.access;

import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// Four eyes: what somebody wants, somebody else decides, with an account of their own.
@Component
public class SecondPerson {

    private static final int LONGEST_REASON = 500;

    private final Colleagues colleagues;

    SecondPerson(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    /// Whether whoever acts now may decide what these people want.
    public boolean mayDecide(Collection<String> involved) {
        String name = Actor.current().name();
        return !involved.contains(name) && colleagues.mayOperate(name);
    }

    /// Whether anybody could.
    public boolean isThere(Collection<String> involved) {
        return colleagues.anyoneBesides(involved);
    }

    /// Why something is refused, for whoever wanted it.
    ///
    /// @throws Problem `invalid` without one
    public static String reason(String given) {
        String reason = given.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Problem(KernelProblem.INVALID).outside("/reason", "length", 1, LONGEST_REASON);
        }
        return reason;
    }
}
