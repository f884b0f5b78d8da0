package io.waterwheel.exchange;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;

/// A name that a person gives to something of the exchange.
public final class NewName {

    private static final int LONGEST = 80;

    private NewName() {}

    /// @throws Problem `invalid`
    public static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Problem(KernelProblem.INVALID).outside("/name", "length", 1, LONGEST);
        }
        return stripped;
    }
}
