package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.waterwheel.segment.engine.Dimension.PartIndex;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.CustomAttribute;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.StandardAttribute;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;

/// Chooses the parts of an attribute: yes and no, its commonest values, or stretches of days or numbers.
final class Dimensions {

    private Dimensions() {}

    /// Empty when the attribute has too many different values.
    static Optional<Dimension> of(Attribute attribute, DimensionValues values, ZoneId zone) {
        return switch (attribute) {
            case CustomAttribute custom -> values.written(custom).map(written -> WrittenParts.of(custom, written));
            case StandardAttribute standard -> of(standard, values, zone);
        };
    }

    private static Optional<Dimension> of(StandardAttribute standard, DimensionValues values, ZoneId zone) {
        return switch (standard) {
            case CITY, PROVINCE, GENDER ->
                values.written(standard).map(written -> WrittenParts.ofText(standard, written));
            case REACHABLE_BY_WECOM -> Optional.of(yesOrNo(standard, WECOM));
            case REACHABLE_BY_EMAIL -> Optional.of(yesOrNo(standard, EMAIL));
            case BIRTHDAY -> {
                NavigableMap<LocalDate, Long> days = values.days(BIRTHDAY);
                yield Optional.of(days(standard, days, BIRTHDAY, start -> BIRTHDAY.lt(inline(start))));
            }
            case MEMBER_SINCE -> Optional.of(instants(standard, values, MEMBER_SINCE, zone));
            case FIRST_SEEN_AT -> Optional.of(instants(standard, values, FIRST_SEEN_AT, zone));
            case LAST_SEEN_AT -> Optional.of(instants(standard, values, LAST_SEEN_AT, zone));
        };
    }

    private static Dimension yesOrNo(StandardAttribute attribute, Field<Boolean> column) {
        return new Dimension(
                attribute,
                List.of(yesOrNo(attribute, "true"), yesOrNo(attribute, "false")),
                new PartIndex.Computed(when(column.isTrue(), inline(0)).otherwise(inline(1))));
    }

    private static Part yesOrNo(StandardAttribute attribute, String value) {
        return new Part(
                PartKind.VALUE, value, value, new AttributeCondition(attribute.code(), Operator.IS, List.of(value)));
    }

    private static Dimension instants(
            StandardAttribute attribute, DimensionValues values, Field<LocalDateTime> column, ZoneId zone) {
        NavigableMap<LocalDate, Long> days = values.daysOfInstants(column);
        return days(
                attribute,
                days,
                column,
                start -> column.lt(literal(start.atStartOfDay(zone).toInstant())));
    }

    private static Dimension days(
            StandardAttribute attribute,
            NavigableMap<LocalDate, Long> days,
            Field<?> column,
            Function<LocalDate, org.jooq.Condition> before) {
        List<LocalDate> starts = DayParts.starts(days);
        List<Part> parts = DayParts.of(attribute, starts);
        var part = when(column.isNull(), inline(parts.size() - 1));
        for (int i = 0; i < starts.size(); i++) {
            part = part.when(before.apply(starts.get(i)), inline(i));
        }
        return new Dimension(attribute, parts, new PartIndex.Computed(part.otherwise(inline(starts.size()))));
    }
}
