package io.waterwheel.customer;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A tag is put on a customer or taken off.
///
/// @param value     what the tag carries; null for a plain one and when it is taken off
/// @param by        who or what exactly: a user name, a rule's id, a model's name, a guide
/// @param was       what it carried before; null when the customer did not have it, or it carried nothing
/// @param messageId makes the change one event, however often it is told
public record TagChange(
        CustomerNo customer,
        Tag tag,
        boolean added,
        @Nullable String value,
        Instant at,
        TagOrigin origin,
        @Nullable String by,
        @Nullable String was,
        String messageId) {

    public static TagChange added(
            CustomerNo customer,
            Tag tag,
            @Nullable String value,
            Instant at,
            TagOrigin origin,
            @Nullable String by,
            String messageId) {
        return new TagChange(customer, tag, true, value, at, origin, by, null, messageId);
    }

    public static TagChange removed(
            CustomerNo customer, Tag tag, Instant at, TagOrigin origin, @Nullable String by, String messageId) {
        return new TagChange(customer, tag, false, null, at, origin, by, null, messageId);
    }

    public TagChange was(@Nullable String before) {
        return new TagChange(customer, tag, added, value, at, origin, by, before, messageId);
    }
}
