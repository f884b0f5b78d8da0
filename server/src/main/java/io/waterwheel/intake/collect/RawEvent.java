package io.waterwheel.intake.collect;

import org.jspecify.annotations.Nullable;

/// One event as it stands in the body, gathered in a single pass. Its fields may come in any order, and what holds
/// for the whole batch may come after it, so it is judged only when the body has been read.
final class RawEvent {

    final int start;
    int end;

    @Nullable
    String type;

    @Nullable
    String event;

    @Nullable
    String userId;

    @Nullable
    String anonymousId;

    @Nullable
    String messageId;

    /// Of a page or screen call.
    @Nullable
    String name;

    @Nullable
    String category;

    /// Of a group call.
    @Nullable
    String groupId;

    /// Of an alias call.
    @Nullable
    String previousId;

    @Nullable
    String channel;

    @Nullable
    String timestamp;

    @Nullable
    String originalTimestamp;

    @Nullable
    String sentAt;

    /// Where the value of `sentAt` stands; it differs from try to try, so no message id may hang on it.
    int sentAtStart;

    int sentAtEnd;

    @Nullable
    JsonPart properties;

    @Nullable
    JsonPart traits;

    @Nullable
    JsonPart context;

    @Nullable
    JsonPart integrations;

    /// What was wrong with its form, found while reading.
    @Nullable
    RefusalReason fault;

    RawEvent(int start) {
        this.start = start;
    }

    void fault(RefusalReason reason) {
        if (fault == null) {
            fault = reason;
        }
    }

    int size() {
        return end - start;
    }
}
