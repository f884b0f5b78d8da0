package io.waterwheel.wecom.tag;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.WecomProblem;
import io.waterwheel.wecom.account.WecomCalls;
import io.waterwheel.wecom.tag.FriendTags.Carried;
import io.waterwheel.wecom.tag.FriendTags.Carrier;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import me.chanjar.weixin.cp.bean.external.contact.ExternalContact;
import me.chanjar.weixin.cp.bean.external.contact.FollowedUser;
import me.chanjar.weixin.cp.bean.external.contact.WxCpExternalContactInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps tags in step with WeCom, in three ways that come together in one: a callback tells of one person, a
/// synchronisation of everybody, and what changes here is marked there. One at a time for each brand, so that our own
/// mark is never taken for a guide's.
@Component
public class TagSync {

    private static final int PEOPLE = 200;

    private final LibrarySync library;
    private final FriendTags friends;
    private final FriendSync sync;
    private final TagPushes pushes;
    private final WecomCalls calls;
    private final InstantSource clock;
    private final Map<BrandId, ReentrantLock> locks = new ConcurrentHashMap<>();

    TagSync(
            LibrarySync library,
            FriendTags friends,
            FriendSync sync,
            TagPushes pushes,
            WecomCalls calls,
            InstantSource clock) {
        this.library = library;
        this.friends = friends;
        this.sync = sync;
        this.pushes = pushes;
        this.calls = calls;
        this.clock = clock;
    }

    /// The library of groups and tags.
    ///
    /// @return whether there is any tag on both sides
    /// @throws Problem that says what WeCom refused
    public boolean library(Brand brand) {
        alone(brand, () -> library.sync(brand));
        return !library.known(brand).isEmpty();
    }

    /// Whether something in our library is not there yet, or called otherwise.
    boolean libraryDiffers(Brand brand) {
        return library.differs(brand);
    }

    /// A page of a synchronisation, kept until all is read.
    ///
    /// @param asOf when WeCom was asked
    public void read(Brand brand, Collection<Read> page, Instant asOf) {
        friends.read(brand, page.stream().map(TagSync::carried).toList(), asOf);
    }

    /// One friendship as WeCom tells it.
    public record Read(ExternalContact contact, FollowedUser follow) {}

    /// Deals with everything that was read.
    ///
    /// @param goOn asked between two pieces
    public void settle(Brand brand, BooleanSupplier goOn) {
        friends.forgetEnded(brand);
        String after = "";
        while (goOn.getAsBoolean()) {
            List<String> people = friends.unsettled(brand, after, PEOPLE);
            if (people.isEmpty()) {
                return;
            }
            after = people.getLast();
            alone(brand, () -> settleOrLater(brand, people));
        }
    }

    private void settle(Brand brand, List<String> people) {
        Map<String, List<Carrier>> found = friends.of(brand, people);
        Map<String, List<Carrier>> fresh = new HashMap<>(found);
        found.forEach((person, carriers) -> {
            if (carriers.stream().anyMatch(Carrier::stale)) {
                fresh.remove(person);
                ask(brand, person);
            }
        });
        settle(brand, fresh, null);
    }

    /// Whom WeCom cannot be told of now is told later.
    private void settleOrLater(Brand brand, List<String> people) {
        try {
            settle(brand, people);
        } catch (Problem problem) {
            pushes.note(brand.id(), people);
        }
    }

    private void ask(Brand brand, String person) {
        Instant asOf = clock.instant();
        try {
            WxCpExternalContactInfo info = calls.tryAsk(
                    brand, wecom -> wecom.getExternalContactService().getContactDetail(person, null));
            settle(brand, reading(brand, info, asOf), null);
        } catch (WecomCalls.Failed failed) {
            if (failed.failure().passing()) {
                throw failed.failure().problem();
            }
        }
    }

    /// WeCom has told that something about a person changed, and was asked for all of it.
    ///
    /// @param toldAt when it says that it changed
    /// @param ask    asks WeCom about the person, null when there is nobody any more
    public void told(Brand brand, Instant toldAt, java.util.function.Supplier<@Nullable WxCpExternalContactInfo> ask) {
        alone(brand, () -> {
            Instant asOf = clock.instant();
            WxCpExternalContactInfo info = ask.get();
            if (info != null) {
                if (unknownTags(brand, info)) {
                    library.sync(brand);
                }
                settle(brand, reading(brand, info, asOf), toldAt);
            }
        });
    }

    /// Marks people's tags as our side has them; what WeCom says is taken to be what it last said.
    void push(Brand brand, Collection<String> people) {
        alone(brand, () -> settle(brand, unread(friends.of(brand, people)), null));
    }

    /// A tag that WeCom does not know any more was deleted there without our hearing of it.
    private void settle(Brand brand, Map<String, List<Carrier>> people, @Nullable Instant toldAt) {
        try {
            sync.settle(brand, people, toldAt);
        } catch (Problem problem) {
            if (problem.type() != WecomProblem.WECOM_TAG_GONE) {
                throw problem;
            }
            library.sync(brand);
            sync.settle(brand, unread(friends.of(brand, people.keySet())), null);
        }
    }

    /// What a synchronisation under way has read is its own to deal with.
    private static Map<String, List<Carrier>> unread(Map<String, List<Carrier>> found) {
        Map<String, List<Carrier>> unread = new HashMap<>();
        found.forEach((person, carriers) -> unread.put(
                person,
                carriers.stream().filter(carrier -> carrier.theirs() == null).toList()));
        return unread;
    }

    private boolean unknownTags(Brand brand, WxCpExternalContactInfo info) {
        Set<String> known = library.known(brand);
        return follows(info).flatMap(follow -> tags(follow).stream()).anyMatch(tag -> !known.contains(tag));
    }

    private Map<String, List<Carrier>> reading(Brand brand, WxCpExternalContactInfo info, Instant asOf) {
        String person = info.getExternalContact().getExternalUserId();
        Map<String, Set<String>> now = new HashMap<>();
        follows(info).forEach(follow -> now.put(follow.getUserId(), tags(follow)));
        List<Carrier> carriers = friends.of(brand, List.of(person)).getOrDefault(person, List.of()).stream()
                .filter(carrier -> now.containsKey(carrier.userid()))
                .map(carrier -> carrier.reading(Objects.requireNonNull(now.get(carrier.userid())), asOf))
                .toList();
        return carriers.isEmpty() ? Map.of() : Map.of(person, carriers);
    }

    private static Stream<FollowedUser> follows(WxCpExternalContactInfo info) {
        return Objects.requireNonNullElse(info.getFollowedUsers(), List.<FollowedUser>of()).stream();
    }

    private static Carried carried(Read read) {
        return new Carried(
                read.contact().getExternalUserId(),
                read.follow().getUserId(),
                tags(read.follow()),
                Instant.ofEpochSecond(Objects.requireNonNullElse(read.follow().getCreateTime(), 0L)));
    }

    /// Corp tags: a guide's own and those of rule groups are not ours. One answer gives them whole, the other by id.
    private static Set<String> tags(FollowedUser follow) {
        Set<String> ids = new TreeSet<>();
        if (follow.getTagIds() != null) {
            ids.addAll(Arrays.asList(follow.getTagIds()));
        }
        if (follow.getTags() != null) {
            for (FollowedUser.Tag tag : follow.getTags()) {
                if (tag.getType() == 1 && tag.getTagId() != null) {
                    ids.add(tag.getTagId());
                }
            }
        }
        return ids;
    }

    private void alone(Brand brand, Runnable work) {
        ReentrantLock lock = locks.computeIfAbsent(brand.id(), _ -> new ReentrantLock());
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
