package io.waterwheel.touch;

import io.waterwheel.access.Brand;
import java.util.Collection;

/// Messages to single customers that other modules ask for.
public interface Messages {

    /// Writes down what is asked, in the caller's transaction; sent soon after it commits. A key that is known already
    /// changes nothing. What becomes of it is told by [MessagesSettled] and on the timeline.
    void ask(Brand brand, Collection<MessageRequest> requests);

    /// Takes back what has not been sent.
    void withdraw(Brand brand, Collection<String> keys);
}
