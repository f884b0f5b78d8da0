package io.waterwheel.wecom.tag;

import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagGroup;
import io.waterwheel.customer.TagGroupId;
import io.waterwheel.customer.TagId;
import io.waterwheel.wecom.tag.CorpTags.CorpGroup;
import io.waterwheel.wecom.tag.CorpTags.CorpTag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is there on both sides when a round begins; what the round deletes it takes out.
record BothLibraries(
        Map<String, CorpGroup> theirGroups,
        Map<String, CorpTag> theirTags,
        Map<TagGroupId, TagGroup> ourGroups,
        Map<TagId, Tag> ourTags) {

    static BothLibraries read(List<CorpGroup> theirs, List<TagGroup> ours) {
        BothLibraries both = new BothLibraries(
                new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        theirs.forEach(group -> {
            both.theirGroups.put(group.id(), group);
            group.tags().forEach(tag -> both.theirTags.put(tag.id(), tag));
        });
        ours.forEach(group -> {
            both.ourGroups.put(group.id(), group);
            group.tags().forEach(tag -> both.ourTags.put(tag.id(), tag));
        });
        return both;
    }

    /// What the other tags of its group are called there.
    Set<String> namesBeside(CorpTag their) {
        return theirTags.values().stream()
                .filter(tag ->
                        tag.groupId().equals(their.groupId()) && !tag.id().equals(their.id()))
                .map(CorpTag::name)
                .collect(Collectors.toSet());
    }

    Set<String> namesThere(String group) {
        return theirTags.values().stream()
                .filter(tag -> tag.groupId().equals(group))
                .map(CorpTag::name)
                .collect(Collectors.toSet());
    }
}
