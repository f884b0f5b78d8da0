package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/// Events of one name of which all conditions hold.
///
/// @param event the name as it stands in the log, letter by letter
/// @param where at most ten; none for all events of the name
@Schema(name = "EventFilter")
public record EventFilter(String event, List<PropertyFilter> where) {

    static final int LONGEST_NAME = 200;
    static final int MOST_CONDITIONS = 10;

    public EventFilter {
        where = List.copyOf(where);
        InvalidCondition.when(event.isBlank(), "/event", Fault.BLANK);
        InvalidCondition.when(event.length() > LONGEST_NAME, "/event", Fault.TOO_LONG, LONGEST_NAME);
        InvalidCondition.when(where.size() > MOST_CONDITIONS, "/where", Fault.OUT_OF_RANGE, "0 … " + MOST_CONDITIONS);
    }

    /// Whether one event is meant.
    ///
    /// @param properties its properties by path, each with its values
    public boolean test(String name, Map<String, List<String>> properties) {
        return event.equals(name)
                && where.stream().allMatch(one -> PropertyMatch.of(one).test(properties));
    }
}
