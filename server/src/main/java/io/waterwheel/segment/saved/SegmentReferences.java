package io.waterwheel.segment.saved;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagUse;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.ListUse;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentUse;
import io.waterwheel.segment.language.Condition;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Saved segments stand on the tags, segments and lists their definitions refer to.
@Component
class SegmentReferences implements SegmentUse, TagUse, ListUse {

    private final SegmentRows rows;

    SegmentReferences(SegmentRows rows) {
        this.rows = rows;
    }

    @Override
    public List<String> of(Brand brand, SegmentId segment) {
        return those(brand, definition -> References.segments(definition).contains(segment.toString()));
    }

    @Override
    public List<String> of(Brand brand, TagId tag) {
        return those(brand, definition -> References.tags(definition).contains(tag.toString()));
    }

    @Override
    public List<String> of(Brand brand, ListId list) {
        return those(brand, definition -> References.lists(definition).contains(list.toString()));
    }

    @Override
    public Optional<String> name(Brand brand, String user) {
        return SegmentUse.id(user, "segment").map(id -> rows.names(brand).get(id));
    }

    private List<String> those(Brand brand, Predicate<Condition> referring) {
        return rows.definitions(brand).entrySet().stream()
                .filter(entry -> referring.test(entry.getValue()))
                .map(entry -> "segment/" + entry.getKey())
                .toList();
    }
}
