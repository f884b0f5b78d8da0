package io.waterwheel.wecom.tag;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagGroup;
import io.waterwheel.customer.TagGroupId;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.Tags;
import io.waterwheel.wecom.tag.CorpTags.CorpGroup;
import io.waterwheel.wecom.tag.CorpTags.CorpTag;
import io.waterwheel.wecom.tag.TagLinks.GroupLink;
import io.waterwheel.wecom.tag.TagLinks.TagLink;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// One round over what only one library has: it is made in the other, or recognised by its name.
final class NewTags {

    private final Brand brand;
    private final Tags tags;
    private final TagLinks links;
    private final CorpTags corp;
    private final TagsHere here;
    private final BothLibraries both;
    private boolean changed;

    NewTags(Brand brand, Tags tags, TagLinks links, CorpTags corp, BothLibraries both) {
        this.brand = brand;
        this.tags = tags;
        this.links = links;
        this.corp = corp;
        this.here = new TagsHere(brand, tags);
        this.both = both;
    }

    /// @param ours which groups of ours to bring to WeCom
    /// @return whether anything was changed
    boolean exchange(Predicate<TagGroup> ours) {
        both.theirGroups().values().forEach(this::takeOver);
        both.ourGroups().values().stream().filter(ours).forEach(this::bring);
        return changed;
    }

    private void takeOver(CorpGroup their) {
        Set<String> known = links.tags(brand).stream().map(TagLink::wecomId).collect(Collectors.toSet());
        List<CorpTag> fresh = their.tags().stream()
                .filter(tag -> both.theirTags().containsKey(tag.id()) && !known.contains(tag.id()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Optional<TagGroupId> linked = links.groups(brand).stream()
                .filter(link -> link.wecomId().equals(their.id()))
                .map(GroupLink::group)
                .findFirst();
        if (linked.isEmpty()) {
            TagGroup named = tags.groups(brand.id()).stream()
                    .filter(group -> TagNames.same(group.name(), their.name()))
                    .findFirst()
                    .orElse(null);
            if (named != null && !named.wecom()) {
                // Left apart by a person: the same name on both sides without being the same group.
                return;
            }
            boolean taken = named != null
                    && links.groups(brand).stream()
                            .anyMatch(link -> link.group().equals(named.id()));
            TagGroup group = named != null && !taken
                    ? named
                    : tags.createGroup(
                            brand, taken ? TagNames.free(their.name(), here.groupNames()) : their.name(), false, true);
            links.link(brand, their.id(), group.id(), their.name());
            linked = Optional.of(group.id());
            changed = true;
        }
        for (CorpTag tag : fresh) {
            changed = true;
            takeOver(their, linked.get(), tag);
        }
    }

    private void takeOver(CorpGroup their, TagGroupId group, CorpTag fresh) {
        Set<TagId> linked = links.tags(brand).stream().map(TagLink::tag).collect(Collectors.toSet());
        Optional<Tag> named = here.named(group, fresh.name());
        boolean same = named.isPresent()
                && named.get().kind() == TagKind.PLAIN
                && !linked.contains(named.get().id());
        Tag tag = same
                ? named.get()
                : tags.create(
                        brand,
                        group,
                        named.isPresent() ? TagNames.free(fresh.name(), here.names(group)) : fresh.name(),
                        TagKind.PLAIN);
        links.link(brand, fresh.id(), their.id(), tag.id(), fresh.name());
    }

    private void bring(TagGroup group) {
        Map<TagId, TagLink> linked =
                links.tags(brand).stream().collect(Collectors.toMap(TagLink::tag, Function.identity()));
        Map<String, Tag> fresh = new LinkedHashMap<>();
        for (Tag tag : here.of(group.id())) {
            if (tag.kind() == TagKind.PLAIN && !linked.containsKey(tag.id())) {
                fresh.put(tag.name(), tag);
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        changed = true;
        String groupId = links.groups(brand).stream()
                .filter(link -> link.group().equals(group.id()))
                .map(GroupLink::wecomId)
                .findFirst()
                .orElse(null);
        if (groupId != null) {
            apart(groupId, fresh);
        }
        CorpTags.Added added = corp.add(brand, groupId, group.name(), fresh.keySet());
        if (groupId == null) {
            links.link(brand, added.groupId(), group.id(), group.name());
        }
        added.tags().forEach((name, id) -> {
            Tag tag = fresh.get(name);
            if (tag != null) {
                links.link(brand, id, added.groupId(), tag.id(), name);
            }
        });
    }

    /// WeCom refuses a name twice in a group: ours gives way.
    private void apart(String groupId, Map<String, Tag> fresh) {
        Set<String> there = both.namesThere(groupId);
        for (Tag tag : List.copyOf(fresh.values())) {
            if (there.contains(tag.name())) {
                fresh.remove(tag.name());
                Set<String> names = new HashSet<>(there);
                names.addAll(here.names(tag.groupId()));
                String name = TagNames.free(tag.name(), names);
                tags.rename(brand, tag.id(), name);
                fresh.put(name, tag);
            }
        }
    }
}
