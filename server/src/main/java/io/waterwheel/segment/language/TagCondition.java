package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Which tags a customer has now.
///
/// `none` is the exact opposite of `any`, so it holds for customers without any tag.
///
/// @param tags ids of the brand's tags, one or more
@Schema(name = "TagCondition")
public record TagCondition(TagOperator operator, List<String> tags) implements Condition {

    public TagCondition {
        tags = List.copyOf(tags);
        InvalidCondition.when(tags.isEmpty(), "/tags", Fault.SOME_VALUES);
        for (int i = 0; i < tags.size(); i++) {
            InvalidCondition.when(!Reference.isId(tags.get(i)), "/tags/" + i, Fault.UNKNOWN_TAG);
        }
    }
}
