package io.waterwheel.touch;

import io.waterwheel.access.Brand;
import java.util.Collection;

/// Messages to single customers that other modules ask for.
public interface Messages {

    /// Writes down what is asked, in the caller's transaction; sent soon after it commits. A key that is known
    /// already changes nothing. What becomes of it is told by [MessagesSettled] events and on the timeline.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found` of a template, `invalid`; then nothing is
    ///         written
    void ask(Brand brand, Collection<MessageRequest> requests);

    /// Takes back what has not been sent. A message whose call is under way is taken back only if the call
    /// turns out not to have been made.
    void withdraw(Brand brand, Collection<String> keys);
}
