package io.waterwheel.touch;

import io.waterwheel.kernel.problem.Problem;

/// What was found out about a call whose outcome was not known.
public sealed interface CallTrace {

    /// It was made.
    record Found(String messageKey) implements CallTrace {}

    /// Everything was looked through, and it is not there.
    record Absent() implements CallTrace {}

    /// It cannot be found out.
    record NotKnown() implements CallTrace {}

    /// It cannot be found out right now.
    record Later(Problem why) implements CallTrace {}
}
