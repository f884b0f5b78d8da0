package io.waterwheel.wecom.tag;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagGroup;
import io.waterwheel.customer.TagGroupId;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.TagProblem;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.WecomProblem;
import io.waterwheel.wecom.account.WecomAccounts;
import io.waterwheel.wecom.tag.CorpTags.CorpGroup;
import io.waterwheel.wecom.tag.CorpTags.CorpTag;
import io.waterwheel.wecom.tag.TagLinks.GroupLink;
import io.waterwheel.wecom.tag.TagLinks.TagLink;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps the two libraries in step. What was deleted on one side is deleted on the other; a name that changed on one
/// side changes on the other, and when both changed, WeCom's stands, because guides see it; what is new on one side is
/// made on the other, or recognised by its name. Only groups marked for WeCom take part, and of them the plain tags.
@Component
class LibrarySync {

    /// Names that collide are told apart first and settled in the next round.
    private static final int ROUNDS = 4;

    private static final int FEW = 10;

    private final Tags tags;
    private final TagLinks links;
    private final CorpTags corp;
    private final WecomAccounts accounts;

    LibrarySync(Tags tags, TagLinks links, CorpTags corp, WecomAccounts accounts) {
        this.accounts = accounts;
        this.tags = tags;
        this.links = links;
        this.corp = corp;
    }

    void sync(Brand brand) {
        links.of(brand, accounts.get(brand).corpId());
        for (int round = 0; round < ROUNDS && new Round(brand, round == 0).run(); round++) {
            // Until both sides are the same.
        }
    }

    /// The corp tags that are known here, those that were given up among them.
    Set<String> known(Brand brand) {
        return links.tags(brand).stream().map(TagLink::wecomId).collect(Collectors.toSet());
    }

    /// Whether something here is not there yet, or called otherwise. Costs no call.
    boolean differs(Brand brand) {
        Map<TagId, TagLink> linked = links.tags(brand).stream()
                .filter(link -> !link.givenUp())
                .collect(Collectors.toMap(TagLink::tag, Function.identity()));
        Map<TagGroupId, GroupLink> linkedGroups =
                links.groups(brand).stream().collect(Collectors.toMap(GroupLink::group, Function.identity()));
        Set<TagId> here = new HashSet<>();
        for (TagGroup group : tags.groups(brand.id())) {
            if (!group.wecom()) {
                continue;
            }
            GroupLink groupLink = linkedGroups.get(group.id());
            if (groupLink != null && !groupLink.name().equals(group.name())) {
                return true;
            }
            for (Tag tag : group.tags()) {
                if (tag.kind() == TagKind.PLAIN) {
                    here.add(tag.id());
                    TagLink link = linked.get(tag.id());
                    if (link == null || !link.name().equals(tag.name())) {
                        return true;
                    }
                }
            }
        }
        return !here.containsAll(linked.keySet());
    }

    private final class Round {

        private final Brand brand;
        private final Map<String, CorpGroup> theirGroups = new LinkedHashMap<>();
        private final Map<String, CorpTag> theirTags = new LinkedHashMap<>();
        private final Map<TagGroupId, TagGroup> ourGroups = new LinkedHashMap<>();
        private final Map<TagId, Tag> ourTags = new LinkedHashMap<>();
        private final Set<TagGroupId> emptied = new HashSet<>();
        private boolean changed;

        Round(Brand brand, boolean first) {
            this.brand = brand;
            corp.list(brand).forEach(group -> {
                theirGroups.put(group.id(), group);
                group.tags().forEach(tag -> theirTags.put(tag.id(), tag));
            });
            tags.groups(brand.id()).forEach(group -> {
                ourGroups.put(group.id(), group);
                group.tags().forEach(tag -> ourTags.put(tag.id(), tag));
            });
            if (first) {
                checkNotBroken();
            }
        }

        /// An answer that lacks most of what was there is taken for broken: nothing is deleted by it.
        private void checkNotBroken() {
            List<TagLink> known =
                    links.tags(brand).stream().filter(link -> !link.givenUp()).toList();
            long found = known.stream()
                    .filter(link -> theirTags.containsKey(link.wecomId()))
                    .count();
            if (known.size() >= FEW && 2 * found < known.size()) {
                throw new Problem(WecomProblem.WECOM_TAGS_SHRUNK)
                        .with("found", found)
                        .with("known", known.size());
            }
        }

        /// @return whether anything was changed
        boolean run() {
            links.tags(brand).forEach(this::tag);
            links.groups(brand).forEach(this::group);
            theirGroups.values().forEach(this::takeOver);
            ourGroups.values().stream()
                    .filter(TagGroup::wecom)
                    .filter(group -> !emptied.contains(group.id()))
                    .forEach(this::bring);
            return changed;
        }

        private void tag(TagLink link) {
            Tag our = ourTags.get(link.tag());
            CorpTag their = theirTags.get(link.wecomId());
            if (our == null) {
                if (their == null) {
                    links.unlink(brand, link);
                } else if (!link.givenUp()) {
                    changed = true;
                    if (corp.deleteTag(brand, link.wecomId())) {
                        links.unlink(brand, link);
                        theirTags.remove(link.wecomId());
                    } else {
                        links.giveUp(brand, link);
                    }
                }
                return;
            }
            TagGroup group = Objects.requireNonNull(ourGroups.get(our.groupId()));
            if (!group.wecom()) {
                links.unlink(brand, link);
            } else if (their == null) {
                changed = true;
                links.unlink(brand, link);
                if (deleted(our)) {
                    ourTags.remove(our.id());
                    emptied.add(group.id());
                }
            } else {
                String name = settled(
                        link.name(),
                        our.name(),
                        their.name(),
                        wanted -> renamed(our, wanted),
                        wanted -> corp.rename(brand, their.id(), free(wanted, namesThere(their))));
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
            TagGroup our = ourGroups.get(link.group());
            CorpGroup their = theirGroups.get(link.wecomId());
            // A group whose last tag goes, goes with it.
            boolean gone = their == null
                    || theirTags.values().stream()
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
                    && ourTags.values().stream().noneMatch(tag -> tag.groupId().equals(our.id()));
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
                String agreed,
                String our,
                String their,
                java.util.function.Consumer<String> renameOurs,
                java.util.function.Predicate<String> renameTheirs) {
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
            otherwise(our.groupId(), wanted)
                    .filter(other -> !other.id().equals(our.id()))
                    .ifPresent(other -> tags.rename(brand, other.id(), free(wanted, namesHere(our.groupId()))));
            tags.rename(brand, our.id(), wanted);
        }

        private void renamed(TagGroup our, String wanted) {
            List<TagGroup> now = tags.groups(brand.id());
            now.stream()
                    .filter(other -> same(other.name(), wanted) && !other.id().equals(our.id()))
                    .forEach(other -> tags.changeGroup(
                            brand,
                            other.id(),
                            free(wanted, now.stream().map(TagGroup::name).collect(Collectors.toSet())),
                            other.wecom()));
            tags.changeGroup(brand, our.id(), wanted, our.wecom());
        }

        private void takeOver(CorpGroup their) {
            Set<String> known = links.tags(brand).stream().map(TagLink::wecomId).collect(Collectors.toSet());
            List<CorpTag> fresh = their.tags().stream()
                    .filter(tag -> theirTags.containsKey(tag.id()) && !known.contains(tag.id()))
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
                        .filter(group -> same(group.name(), their.name()))
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
                                brand, taken ? free(their.name(), groupNamesHere()) : their.name(), false, true);
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
            Optional<Tag> named = otherwise(group, fresh.name());
            boolean same = named.isPresent()
                    && named.get().kind() == TagKind.PLAIN
                    && !linked.contains(named.get().id());
            Tag tag = same
                    ? named.get()
                    : tags.create(
                            brand,
                            group,
                            named.isPresent() ? free(fresh.name(), namesHere(group)) : fresh.name(),
                            TagKind.PLAIN);
            links.link(brand, fresh.id(), their.id(), tag.id(), fresh.name());
        }

        private void bring(TagGroup group) {
            Map<TagId, TagLink> linked =
                    links.tags(brand).stream().collect(Collectors.toMap(TagLink::tag, Function.identity()));
            Map<String, Tag> fresh = new LinkedHashMap<>();
            for (Tag tag : tagsOf(group.id())) {
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
            Set<String> there = theirTags.values().stream()
                    .filter(tag -> tag.groupId().equals(groupId))
                    .map(CorpTag::name)
                    .collect(Collectors.toSet());
            for (Tag tag : List.copyOf(fresh.values())) {
                if (there.contains(tag.name())) {
                    fresh.remove(tag.name());
                    Set<String> names = new HashSet<>(there);
                    names.addAll(namesHere(tag.groupId()));
                    String name = free(tag.name(), names);
                    tags.rename(brand, tag.id(), name);
                    fresh.put(name, tag);
                }
            }
        }

        private List<Tag> tagsOf(TagGroupId group) {
            return tags.groups(brand.id()).stream()
                    .filter(candidate -> candidate.id().equals(group))
                    .flatMap(candidate -> candidate.tags().stream())
                    .toList();
        }

        private Optional<Tag> otherwise(TagGroupId group, String name) {
            return tagsOf(group).stream().filter(tag -> same(tag.name(), name)).findFirst();
        }

        private Set<String> namesHere(TagGroupId group) {
            return tagsOf(group).stream().map(Tag::name).collect(Collectors.toSet());
        }

        private Set<String> groupNamesHere() {
            return tags.groups(brand.id()).stream().map(TagGroup::name).collect(Collectors.toSet());
        }

        private Set<String> namesThere(CorpTag their) {
            return theirTags.values().stream()
                    .filter(tag ->
                            tag.groupId().equals(their.groupId()) && !tag.id().equals(their.id()))
                    .map(CorpTag::name)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    /// The name, or the name with the first number that nothing else bears.
    private static String free(String wanted, Set<String> taken) {
        Set<String> folded =
                taken.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        String name = wanted;
        for (int i = 2; folded.contains(name.toLowerCase(Locale.ROOT)); i++) {
            String suffix = " (" + i + ")";
            name = wanted.substring(0, Math.min(wanted.length(), 30 - suffix.length())) + suffix;
        }
        return name;
    }
}
