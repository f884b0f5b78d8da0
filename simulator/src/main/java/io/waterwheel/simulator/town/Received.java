package io.waterwheel.simulator.town;

import org.jspecify.annotations.Nullable;

/// One delivery to one person and what the person did with it.
public final class Received {
    private final String person;
    private final Message message;
    private final long at;
    private @Nullable Long readAt;
    private @Nullable Long clickedAt;
    private @Nullable String order;

    Received(String person, Message message, long at) {
        this.person = person;
        this.message = message;
        this.at = at;
    }

    public String person() {
        return person;
    }

    public Message message() {
        return message;
    }

    public long at() {
        return at;
    }

    public @Nullable Long readAt() {
        return readAt;
    }

    public @Nullable Long clickedAt() {
        return clickedAt;
    }

    /// The order that this message led to.
    public @Nullable String order() {
        return order;
    }

    void read(long when) {
        readAt = readAt == null ? when : readAt;
    }

    void clicked(long when) {
        read(when);
        clickedAt = clickedAt == null ? when : clickedAt;
    }

    void bought(String orderId) {
        order = orderId;
    }
}
