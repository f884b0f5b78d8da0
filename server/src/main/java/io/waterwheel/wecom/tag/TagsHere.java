package io.waterwheel.wecom.tag;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagGroup;
import io.waterwheel.customer.TagGroupId;
import io.waterwheel.customer.Tags;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The brand's tags as they are at this moment, found by name.
///
/// @param tags the brand's
record TagsHere(Brand brand, Tags tags) {

    List<Tag> of(TagGroupId group) {
        return tags.groups(brand.id()).stream()
                .filter(candidate -> candidate.id().equals(group))
                .flatMap(candidate -> candidate.tags().stream())
                .toList();
    }

    Optional<Tag> named(TagGroupId group, String name) {
        return of(group).stream().filter(tag -> TagNames.same(tag.name(), name)).findFirst();
    }

    Set<String> names(TagGroupId group) {
        return of(group).stream().map(Tag::name).collect(Collectors.toSet());
    }

    Set<String> groupNames() {
        return tags.groups(brand.id()).stream().map(TagGroup::name).collect(Collectors.toSet());
    }
}
