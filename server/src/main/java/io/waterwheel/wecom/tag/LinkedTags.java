package io.waterwheel.wecom.tag;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagGroup;
import io.waterwheel.customer.TagGroupId;
import io.waterwheel.customer.TagProblem;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.tag.CorpTags.CorpGroup;
import io.waterwheel.wecom.tag.CorpTags.CorpTag;
import io.waterwheel.wecom.tag.TagLinks.GroupLink;
import io.waterwheel.wecom.tag.TagLinks.TagLink;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One round over the pairs both libraries know: what was deleted or renamed on one side is on the other.
final class LinkedTags {

    private final Brand brand;
    private final Tags tags;
    private final TagLinks links;
    private final CorpTags corp;
    private final TagsHere here;
    private final BothLibraries both;
    private final Set<TagGroupId> emptied = new HashSet<>();
    private boolean changed;

    LinkedTags(Brand brand, Tags tags, TagLinks links, CorpTags corp, BothLibraries both) {
        this.brand = brand;
        this.tags = tags;
        this.links = links;
        this.corp = corp;
        this.here = new TagsHere(brand, tags);
        this.both = both;
    }

    /// @return whether anything was changed
    boolean settle() {
        links.tags(brand).forEach(this::tag);
        links.groups(brand).forEach(this::group);
        return changed;
    }

    /// Whether the group lost tags that were deleted there, and stayed.
    boolean emptied(TagGroup group) {
        return emptied.contains(group.id());
    }

    private void tag(TagLink link) {
        Tag our = both.ourTags().get(link.tag());
        CorpTag their = both.theirTags().get(link.wecomId());
        if (our == null) {
            if (their == null) {
                links.unlink(brand, link);
            } else if (!link.givenUp()) {
                changed = true;
                if (corp.deleteTag(brand, link.wecomId())) {
                    links.unlink(brand, link);
                    both.theirTags().remove(link.wecomId());
                } else {
                    links.giveUp(brand, link);
                }
            }
            return;
        }
        TagGroup group = Objects.requireNonNull(both.ourGroups().get(our.groupId()));
        if (!group.wecom()) {
            links.unlink(brand, link);
        } else if (their == null) {
            changed = true;
            links.unlink(brand, link);
            if (deleted(our)) {
                both.ourTags().remove(our.id());
                emptied.add(group.id());
            }
        } else {
            String name = settled(
                    link.name(),
                    our.name(),
                    their.name(),
                    wanted -> renamed(our, wanted),
                    wanted -> corp.rename(brand, their.id(), TagNames.free(wanted, both.namesBeside(their))));
            if (name != null) {
                links.link(brand, link.wecomId(), link.wecomGroup(), link.tag(), name);
            }
        }
    }

    /// @return false when something stands on the tag: then it is made there again
    private boolean deleted(Tag our) {
        try {
            tags.delete(brand, our.id());
            return true;
        } catch (Problem problem) {
            if (problem.type() != TagProblem.TAG_IN_USE) {
                throw problem;
            }
            return false;
        }
    }

    private void group(GroupLink link) {
        TagGroup our = both.ourGroups().get(link.group());
        CorpGroup their = both.theirGroups().get(link.wecomId());
        // A group whose last tag goes, goes with it.
        boolean gone = their == null
                || both.theirTags().values().stream()
                        .noneMatch(tag -> tag.groupId().equals(link.wecomId()));
        if (our == null || their == null || gone || !our.wecom()) {
            links.unlink(brand, link);
            if (our != null && !deletedIfEmptied(our)) {
                emptied.remove(our.id());
            }
            return;
        }
        emptied.remove(our.id());
        String name = settled(
                link.name(),
                our.name(),
                their.name(),
                wanted -> renamed(our, wanted),
                wanted -> corp.rename(brand, their.id(), wanted));
        if (name != null) {
            links.link(brand, link.wecomId(), our.id(), name);
        }
    }

    /// Deletes a group all of whose tags were deleted there.
    private boolean deletedIfEmptied(TagGroup our) {
        boolean nothingLeft = emptied.contains(our.id())
                && both.ourTags().values().stream()
                        .noneMatch(tag -> tag.groupId().equals(our.id()));
        if (nothingLeft) {
            changed = true;
            tags.deleteGroup(brand, our.id());
        }
        return nothingLeft;
    }

    /// Three ways: what both agreed on, ours, theirs.
    ///
    /// @return the new name to agree on, null when it is the old one
    private @Nullable String settled(
            String agreed, String our, String their, Consumer<String> renameOurs, Predicate<String> renameTheirs) {
        if (our.equals(their)) {
            return agreed.equals(our) ? null : our;
        }
        changed = true;
        if (!their.equals(agreed)) {
            renameOurs.accept(their);
            return their;
        }
        if (renameTheirs.test(our)) {
            return our;
        }
        // Made by another app: only that may rename it, and the name there is the name.
        renameOurs.accept(their);
        return their;
    }

    private void renamed(Tag our, String wanted) {
        here.named(our.groupId(), wanted)
                .filter(other -> !other.id().equals(our.id()))
                .ifPresent(other -> tags.rename(brand, other.id(), TagNames.free(wanted, here.names(our.groupId()))));
        tags.rename(brand, our.id(), wanted);
    }

    private void renamed(TagGroup our, String wanted) {
        List<TagGroup> now = tags.groups(brand.id());
        now.stream()
                .filter(other ->
                        TagNames.same(other.name(), wanted) && !other.id().equals(our.id()))
                .forEach(other -> tags.changeGroup(
                        brand,
                        other.id(),
                        TagNames.free(wanted, now.stream().map(TagGroup::name).collect(Collectors.toSet())),
                        other.wecom()));
        tags.changeGroup(brand, our.id(), wanted, our.wecom());
    }
}
