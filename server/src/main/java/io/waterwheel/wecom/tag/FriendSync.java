package io.waterwheel.wecom.tag;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.customer.TagStanding;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.WecomProblem;
import io.waterwheel.wecom.account.WecomCalls;
import io.waterwheel.wecom.account.WecomFailure;
import io.waterwheel.wecom.tag.FriendTags.Carrier;
import io.waterwheel.wecom.tag.TagLinks.TagLink;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings the tags of people in step: takes WeCom's changes over, then marks every friendship with what our side says.
/// A customer's tags are the same for all guides; WeCom keeps them for each friendship.
@Component
class FriendSync {

    /// No friendship, or nobody: what it was about is over (doc path/90313).
    private static final List<Integer> OVER = List.of(84061, 40096, 60111, 40003);

    /// A tag that WeCom does not know any more.
    private static final int NO_SUCH_TAG = 40068;

    private final TagLinks links;
    private final FriendTags friends;
    private final CorpTags corp;
    private final Customers customers;
    private final Tags tags;
    private final InstantSource clock;

    FriendSync(TagLinks links, FriendTags friends, CorpTags corp, Customers customers, Tags tags, InstantSource clock) {
        this.links = links;
        this.friends = friends;
        this.corp = corp;
        this.customers = customers;
        this.tags = tags;
        this.clock = clock;
    }

    /// The tags that are on both sides.
    private record Linked(Map<String, Tag> byWecomId, Map<TagId, String> wecomIds) {}

    /// @param people all friendships of each person
    /// @param toldAt when WeCom said that something changed, null when nobody told
    /// @throws Problem when WeCom cannot be told now; what was taken over stays
    void settle(Brand brand, Map<String, List<Carrier>> people, @Nullable Instant toldAt) {
        Linked linked = linked(brand);
        if (people.isEmpty()) {
            return;
        }
        Map<String, CustomerNo> numbers = customers.named(brand.id(), IdentifierKind.EXTERNAL_USERID, people.keySet());
        takeOver(brand, linked, people, numbers, toldAt);
        Instant asOf = clock.instant();
        Map<CustomerNo, Set<String>> ours = ours(brand, linked, numbers.values());
        Problem later = null;
        for (Map.Entry<String, List<Carrier>> person : people.entrySet()) {
            CustomerNo customer = numbers.get(person.getKey());
            if (customer != null) {
                for (Carrier carrier : person.getValue()) {
                    try {
                        mark(brand, linked, carrier, ours.getOrDefault(customer, Set.of()), asOf, later != null);
                    } catch (Problem problem) {
                        // The rest is taken note of, and marked when WeCom lets us.
                        later = problem;
                    }
                }
            }
        }
        if (later != null) {
            throw later;
        }
    }

    private Linked linked(Brand brand) {
        Map<TagId, Tag> live = tags.groups(brand.id()).stream()
                .flatMap(group -> group.tags().stream())
                .collect(Collectors.toMap(Tag::id, tag -> tag));
        Map<String, Tag> byWecomId = new LinkedHashMap<>();
        Map<TagId, String> wecomIds = new HashMap<>();
        for (TagLink link : links.tags(brand)) {
            Tag tag = live.get(link.tag());
            if (tag != null && !link.givenUp()) {
                byWecomId.put(link.wecomId(), tag);
                wecomIds.put(tag.id(), link.wecomId());
            }
        }
        return new Linked(byWecomId, wecomIds);
    }

    private void takeOver(
            Brand brand,
            Linked linked,
            Map<String, List<Carrier>> people,
            Map<String, CustomerNo> numbers,
            @Nullable Instant toldAt) {
        Map<CustomerNo, Map<TagId, TagStanding>> standings = new HashMap<>();
        tags.standings(
                        brand.id(),
                        Set.copyOf(numbers.values()),
                        linked.wecomIds().keySet())
                .forEach(standing -> standings
                        .computeIfAbsent(standing.customer(), _ -> new HashMap<>())
                        .put(standing.tag(), standing));
        List<TagChange> changes = new ArrayList<>();
        people.forEach((person, carriers) -> {
            CustomerNo customer = numbers.get(person);
            if (customer != null) {
                for (Map.Entry<String, Tag> tag : touched(linked, carriers).entrySet()) {
                    TagStanding standing = standings
                            .getOrDefault(customer, Map.of())
                            .get(tag.getValue().id());
                    TagChange change = change(customer, tag.getKey(), tag.getValue(), standing, carriers, toldAt);
                    if (change != null) {
                        changes.add(change);
                    }
                }
            }
        });
        tags.append(brand, changes);
    }

    private static Map<String, Tag> touched(Linked linked, List<Carrier> carriers) {
        Map<String, Tag> touched = new LinkedHashMap<>();
        for (Carrier carrier : carriers) {
            if (carrier.theirs() != null) {
                Set<String> both = new TreeSet<>(carrier.theirs());
                both.addAll(carrier.agreed());
                for (String id : both) {
                    Tag tag = linked.byWecomId().get(id);
                    if (tag != null
                            && carrier.theirs().contains(id) != carrier.agreed().contains(id)) {
                        touched.put(id, tag);
                    }
                }
            }
        }
        return touched;
    }

    private @Nullable TagChange change(
            CustomerNo customer,
            String wecomId,
            Tag tag,
            @Nullable TagStanding standing,
            List<Carrier> carriers,
            @Nullable Instant toldAt) {
        List<Carrier> read =
                carriers.stream().filter(carrier -> carrier.theirs() != null).toList();
        Instant asOf = read.stream()
                .map(Carrier::readAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseGet(clock::instant);
        TagMerge.Decision decision = TagMerge.of(
                ours(standing),
                read.stream()
                        .map(carrier -> new TagMerge.Side(
                                carrier.agreed().contains(wecomId),
                                Objects.requireNonNull(carrier.theirs()).contains(wecomId),
                                carrier.agreedAt()))
                        .toList(),
                toldAt,
                asOf);
        if (!(decision instanceof TagMerge.Decision.Change(boolean added, Instant at))) {
            return null;
        }
        String by = read.stream()
                .filter(carrier -> carrier.agreed().contains(wecomId) != added
                        && Objects.requireNonNull(carrier.theirs()).contains(wecomId) == added)
                .map(Carrier::userid)
                .findFirst()
                .orElse(null);
        String messageId = "wecom/" + customer + "/" + wecomId + "/" + (added ? "+" : "-") + at.toEpochMilli();
        return added
                ? TagChange.added(customer, tag, null, at, TagOrigin.WECOM, by, messageId)
                : TagChange.removed(customer, tag, at, TagOrigin.WECOM, by, messageId);
    }

    private static TagMerge.Ours ours(@Nullable TagStanding standing) {
        if (standing == null) {
            return new TagMerge.Ours(false, null);
        }
        Instant added = standing.added() == null ? null : standing.added().at();
        Instant removed = standing.removed() == null ? null : standing.removed().at();
        Instant changed = added == null || (removed != null && removed.isAfter(added)) ? removed : added;
        return new TagMerge.Ours(standing.present(), changed);
    }

    private Map<CustomerNo, Set<String>> ours(Brand brand, Linked linked, Collection<CustomerNo> numbers) {
        Map<CustomerNo, Set<String>> ours = new HashMap<>();
        tags.standings(brand.id(), Set.copyOf(numbers), linked.wecomIds().keySet()).stream()
                .filter(TagStanding::present)
                .forEach(standing -> ours.computeIfAbsent(standing.customer(), _ -> new TreeSet<>())
                        .add(Objects.requireNonNull(linked.wecomIds().get(standing.tag()))));
        return ours;
    }

    private void mark(Brand brand, Linked linked, Carrier carrier, Set<String> ours, Instant asOf, boolean only) {
        Set<String> there = new TreeSet<>(carrier.theirs() == null ? carrier.agreed() : carrier.theirs());
        there.retainAll(linked.byWecomId().keySet());
        Set<String> add = new HashSet<>(ours);
        add.removeAll(there);
        Set<String> remove = new HashSet<>(there);
        remove.removeAll(ours);
        // Noted before the call: if it is lost on the way, what they said is dealt with and what we say still differs.
        if (carrier.theirs() != null || !there.equals(carrier.agreed())) {
            friends.agreed(brand, carrier, there, asOf);
        }
        if (only || (add.isEmpty() && remove.isEmpty())) {
            return;
        }
        try {
            corp.mark(brand, carrier.userid(), carrier.externalUserid(), add, remove);
            friends.agreed(brand, carrier, ours, asOf);
        } catch (WecomCalls.Failed failed) {
            WecomFailure failure = failed.failure();
            if (OVER.contains(failure.errcode())) {
                friends.forget(brand, carrier);
            } else if (failure.errcode() == NO_SUCH_TAG) {
                throw new Problem(WecomProblem.WECOM_TAG_GONE);
            } else {
                throw failure.problem();
            }
        }
    }
}
