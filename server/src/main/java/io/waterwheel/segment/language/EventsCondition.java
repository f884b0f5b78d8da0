package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events of one name, measured and compared with a number.
///
/// A customer without such events has count, sum and distinct 0, and no average, recency or time since the first: a
/// condition on those never holds for them.
///
/// @param event    the name as it stands in the log
/// @param where    conditions that each of the events must meet, at most ten
/// @param property for `sum`, `average` and `distinct`, null otherwise
/// @param value    whole except for `sum` and `average`, which are in the property's own unit
/// @param window   null for all that is known
@Schema(name = "EventsCondition")
public record EventsCondition(
        String event,
        List<PropertyFilter> where,
        EventMeasure measure,
        @Nullable String property,
        Bound operator,
        BigDecimal value,
        @Nullable Window window)
        implements Condition {

    public EventsCondition {
        where = new EventFilter(event, where).where();
        InvalidCondition.when(measure.ofProperty() && property == null, "/property", Fault.MISSING);
        InvalidCondition.when(!measure.ofProperty() && property != null, "/property", Fault.NO_PROPERTY);
        if (property != null) {
            PropertyFilter.checkPath(property);
        }
        InvalidCondition.when(!Decimals.fits(value), "/value", Fault.TOO_MANY_DIGITS, Decimals.DIGITS);
        value = Decimals.plain(value);
        InvalidCondition.when(measure.whole() && value.scale() > 0, "/value", Fault.WRONG_TYPE, "1, 2, 3 …");
        InvalidCondition.when(
                value.compareTo(BigDecimal.valueOf(measure.least())) < 0
                        || value.compareTo(BigDecimal.valueOf(measure.most())) > 0,
                "/value",
                Fault.OUT_OF_RANGE,
                measure.least() + " … " + measure.most());
    }

    /// Which events are measured.
    public EventFilter events() {
        return new EventFilter(event, where);
    }
}
