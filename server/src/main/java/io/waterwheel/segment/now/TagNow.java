package io.waterwheel.segment.now;

import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.TagId;
import io.waterwheel.segment.language.TagCondition;
import java.util.stream.Stream;

/// Which tags one customer has.
final class TagNow {

    private TagNow() {}

    static boolean meets(TagCondition asked, PresentCustomer customer) {
        Stream<TagId> tags = asked.tags().stream().map(TagId::of);
        return switch (asked.operator()) {
            case ANY -> tags.anyMatch(customer.tags()::contains);
            case ALL -> tags.allMatch(customer.tags()::contains);
            case NONE -> tags.noneMatch(customer.tags()::contains);
        };
    }
}
