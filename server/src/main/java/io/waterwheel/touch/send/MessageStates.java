package io.waterwheel.touch.send;

import io.waterwheel.touch.MessageState;
import java.util.Locale;
import java.util.Optional;

/// How a message's state stands in its row: that it was delivered is more than that it was sent.
final class MessageStates {

    private MessageStates() {}

    static String code(MessageState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /// What those who asked are told; empty while it is not settled.
    static Optional<MessageState> of(String code) {
        return switch (code) {
            case "pending" -> Optional.empty();
            case "delivered" -> Optional.of(MessageState.SENT);
            default -> Optional.of(MessageState.valueOf(code.toUpperCase(Locale.ROOT)));
        };
    }
}
