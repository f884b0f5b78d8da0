package io.waterwheel.segment.now;

import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.RelationFacts;
import io.waterwheel.segment.engine.Moment;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.CustomAttribute;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.StandardAttribute;
import io.waterwheel.segment.language.TextMatch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one customer, compared with values.
final class AttributeNow {

    private AttributeNow() {}

    static boolean meets(AttributeCondition asked, PresentCustomer customer, Moment moment) {
        return switch (asked.operator()) {
            case IS_NOT -> !holds(asked, Operator.IS, customer, moment);
            case NOT_IN -> !holds(asked, Operator.IN, customer, moment);
            case CONTAINS_NONE -> !holds(asked, Operator.CONTAINS, customer, moment);
            case NOT_EXISTS -> !holds(asked, Operator.EXISTS, customer, moment);
            case IS, IN, HAS_ALL, CONTAINS, AT_LEAST, AT_MOST, EXISTS ->
                holds(asked, asked.operator(), customer, moment);
        };
    }

    private static boolean holds(AttributeCondition asked, Operator positive, PresentCustomer customer, Moment moment) {
        Object known = known(asked.subject(), customer, moment);
        return switch (known) {
            case null -> false;
            case String text -> TextMatch.of(positive, asked.values()).test(text);
            case Boolean flag -> asked.values().equals(List.of(flag.toString()));
            case LocalDate day -> compared(day, positive, asked.values());
            default -> throw new IllegalStateException("not an attribute's value: " + known.getClass());
        };
    }

    private static boolean compared(LocalDate known, Operator positive, List<String> values) {
        return switch (positive) {
            case EXISTS -> true;
            case IS, IN -> values.stream().map(LocalDate::parse).anyMatch(known::equals);
            case AT_LEAST -> !known.isBefore(LocalDate.parse(values.getFirst()));
            case AT_MOST -> !known.isAfter(LocalDate.parse(values.getFirst()));
            case IS_NOT, NOT_IN, NOT_EXISTS, HAS_ALL, CONTAINS, CONTAINS_NONE ->
                throw new IllegalArgumentException("not a positive comparison of days: " + positive);
        };
    }

    /// A text, a day, yes or no; null when it is not known.
    static @Nullable Object known(Attribute attribute, PresentCustomer customer, Moment moment) {
        CustomerFacts facts = customer.facts();
        RelationFacts relation = customer.relation();
        return switch (attribute) {
            case CustomAttribute(String name) -> facts.attributes().get(name);
            case StandardAttribute.CITY -> facts.city();
            case StandardAttribute.PROVINCE -> facts.province();
            case StandardAttribute.GENDER -> facts.gender();
            case StandardAttribute.BIRTHDAY -> facts.birthday();
            case StandardAttribute.MEMBER_SINCE -> day(relation.memberSince(), moment);
            case StandardAttribute.FIRST_SEEN_AT -> day(relation.firstSeenAt(), moment);
            case StandardAttribute.LAST_SEEN_AT -> day(relation.lastSeenAt(), moment);
            case StandardAttribute.REACHABLE_BY_WECOM -> relation.wecom().reachable();
            case StandardAttribute.REACHABLE_BY_EMAIL -> relation.email().reachable();
        };
    }

    private static @Nullable LocalDate day(@Nullable Instant at, Moment moment) {
        return at == null ? null : LocalDate.ofInstant(at, moment.zone());
    }
}
