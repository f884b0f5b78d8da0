package io.waterwheel.journey.language;

import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.InvalidDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a journey may refer to in its brand.
public interface Known {

    /// What a template is called.
    Optional<String> template(String id);

    /// What a template is called of which coupons are issued.
    Optional<String> coupon(String id);

    Optional<String> tag(String id);

    /// Whether the tag can carry the value.
    boolean carries(String tag, @Nullable String value);

    Optional<String> segment(String id);

    /// A journey that people can be let into.
    Optional<String> journey(String id);

    /// What a condition refers to that is not there.
    ///
    /// @param pointer where the condition stands
    List<InvalidDefinition.Place> missing(Condition condition, String pointer);
}
