package io.waterwheel.wecom.tag;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagGroup;
import io.waterwheel.customer.TagGroupId;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.WecomProblem;
import io.waterwheel.wecom.account.WecomAccounts;
import io.waterwheel.wecom.tag.TagLinks.GroupLink;
import io.waterwheel.wecom.tag.TagLinks.TagLink;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        for (int round = 0; round < ROUNDS && changes(brand, round == 0); round++) {
            // Until both sides are the same.
        }
    }

    private boolean changes(Brand brand, boolean first) {
        BothLibraries both = BothLibraries.read(corp.list(brand), tags.groups(brand.id()));
        if (first) {
            checkNotBroken(brand, both);
        }
        LinkedTags linked = new LinkedTags(brand, tags, links, corp, both);
        boolean settled = linked.settle();
        boolean exchanged =
                new NewTags(brand, tags, links, corp, both).exchange(group -> group.wecom() && !linked.emptied(group));
        return settled || exchanged;
    }

    /// An answer that lacks most of what was there is taken for broken: nothing is deleted by it.
    private void checkNotBroken(Brand brand, BothLibraries both) {
        List<TagLink> known =
                links.tags(brand).stream().filter(link -> !link.givenUp()).toList();
        long found = known.stream()
                .filter(link -> both.theirTags().containsKey(link.wecomId()))
                .count();
        if (known.size() >= FEW && 2 * found < known.size()) {
            throw new Problem(WecomProblem.WECOM_TAGS_SHRUNK)
                    .with("found", found)
                    .with("known", known.size());
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
}
