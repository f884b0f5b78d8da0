package io.waterwheel.customer.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.TagGroup;
import io.waterwheel.customer.TagGroupId;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.Tags;
import io.waterwheel.customer.tag.ChannelTags;
import io.waterwheel.customer.tag.ChannelTags.ChannelTag;
import io.waterwheel.customer.tag.TagCounts;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "tag")
class TagController {

    private final Tags tags;
    private final TagCounts counts;
    private final ChannelTags channels;

    TagController(Tags tags, TagCounts counts, ChannelTags channels) {
        this.tags = tags;
        this.counts = counts;
        this.channels = channels;
    }

    @GetMapping("/tag-groups")
    @PreAuthorize("hasAnyRole('OPERATOR', 'GUIDE')")
    List<TagGroup> listTagGroups(@PathVariable Brand brand) {
        return tags.groups(brand.id());
    }

    @PostMapping("/tag-groups")
    @ResponseStatus(HttpStatus.CREATED)
    TagGroup createTagGroup(@PathVariable Brand brand, @RequestBody NewTagGroup group) {
        return tags.createGroup(brand, group.name(), group.single(), group.wecom());
    }

    @PutMapping("/tag-groups/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeTagGroup(@PathVariable Brand brand, @PathVariable TagGroupId id, @RequestBody TagGroupChange change) {
        tags.changeGroup(brand, id, change.name(), change.wecom());
    }

    @DeleteMapping("/tag-groups/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteTagGroup(@PathVariable Brand brand, @PathVariable TagGroupId id) {
        tags.deleteGroup(brand, id);
    }

    @PostMapping("/tag-groups/{id}/tags")
    @ResponseStatus(HttpStatus.CREATED)
    io.waterwheel.customer.Tag createTag(
            @PathVariable Brand brand, @PathVariable TagGroupId id, @RequestBody NewTag tag) {
        return tags.create(brand, id, tag.name(), tag.kind());
    }

    @GetMapping("/tags/counts")
    List<TagCount> countTags(@PathVariable Brand brand) {
        return counts.of(brand.id()).entrySet().stream()
                .map(entry -> new TagCount(new TagId(entry.getKey()), entry.getValue()))
                .toList();
    }

    @PutMapping("/tags/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renameTag(@PathVariable Brand brand, @PathVariable TagId id, @RequestBody TagName name) {
        tags.rename(brand, id, name.name());
    }

    @DeleteMapping("/tags/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteTag(@PathVariable Brand brand, @PathVariable TagId id) {
        tags.delete(brand, id);
    }

    @GetMapping("/tag-channels")
    List<ChannelTag> listTagChannels(@PathVariable Brand brand) {
        return channels.list(brand);
    }

    @PostMapping("/tag-channels")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void createTagChannel(@PathVariable Brand brand, @RequestBody NewChannelTag channel) {
        channels.create(brand, channel.kind(), channel.mark(), channel.tagId());
    }

    @DeleteMapping("/tag-channels/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteTagChannel(@PathVariable Brand brand, @PathVariable long id) {
        channels.delete(brand, id);
    }
}
