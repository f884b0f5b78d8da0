package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How it stands with one way to reach a customer for the brand.
///
/// @param guides user ids in WeCom: only friendships with them are looked at; null for all. Consent is the customer's,
/// whoever the friend is, so `unsubscribed` takes none
@Schema(name = "TouchpointCondition")
public record TouchpointCondition(
        TouchpointChannel channel,
        TouchpointState state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> guides)
        implements Condition {

    public TouchpointCondition {
        guides = guides == null || guides.isEmpty() ? null : List.copyOf(guides);
        InvalidCondition.when(
                channel == TouchpointChannel.SMS && state == TouchpointState.LOST,
                "/state",
                Fault.STATE_NOT_FOR_CHANNEL);
        InvalidCondition.when(
                guides != null && (channel != TouchpointChannel.WECOM || state == TouchpointState.UNSUBSCRIBED),
                "/guides",
                Fault.NO_GUIDES);
        for (int i = 0; guides != null && i < guides.size(); i++) {
            Values.checkText(guides.get(i), "/guides/" + i);
        }
    }

    /// Whose friendships are looked at; none: everybody's.
    public List<String> friendsOf() {
        return guides == null ? List.of() : guides;
    }
}
