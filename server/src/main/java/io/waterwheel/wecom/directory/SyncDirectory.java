package io.waterwheel.wecom.directory;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.WecomProblem;
import io.waterwheel.wecom.account.WecomAccounts;
import io.waterwheel.wecom.account.WecomCalls;
import io.waterwheel.wecom.friend.Friends;
import io.waterwheel.wecom.friend.Friendship;
import io.waterwheel.wecom.tag.TagSync;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import me.chanjar.weixin.cp.bean.WxCpDepart;
import me.chanjar.weixin.cp.bean.WxCpUser;
import me.chanjar.weixin.cp.bean.external.contact.WxCpExternalContactBatchInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reads the whole organisation: stores, guides, friends. Only one that came to its end may say that somebody is
/// gone, and one that read suspiciously little is taken for broken. Run again after a kill it changes nothing it
/// has done.
@Component
public class SyncDirectory implements JobHandler {

    public static final String KIND = "wecom-sync";

    private static final Logger log = LoggerFactory.getLogger(SyncDirectory.class);

    /// WeCom takes so many guides and gives so many contacts in one call (doc path/92994).
    private static final int GUIDES = 100;

    private static final int CONTACTS = 100;
    private static final int NO_CONTACTS = 84061;

    private final Brands brands;
    private final WecomAccounts accounts;
    private final WecomCalls calls;
    private final Directory directory;
    private final Friends friends;
    private final TagSync tags;
    private final InstantSource clock;

    SyncDirectory(
            Brands brands,
            WecomAccounts accounts,
            WecomCalls calls,
            Directory directory,
            Friends friends,
            TagSync tags,
            InstantSource clock) {
        this.brands = brands;
        this.accounts = accounts;
        this.calls = calls;
        this.directory = directory;
        this.friends = friends;
        this.tags = tags;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        try {
            sync(run, brand);
        } catch (Problem problem) {
            accounts.problem(brand, problem);
            throw problem;
        }
    }

    private void sync(JobRun run, Brand brand) {
        Instant startedAt = clock.instant();
        int known = friends.known(brand);
        List<String> guides = readOrganisation(brand);
        boolean tagged = library(brand);
        int done = 0;
        for (int from = 0; from < guides.size(); from += GUIDES) {
            List<String> batch = guides.subList(from, Math.min(guides.size(), from + GUIDES));
            done += readFriends(run, brand, batch, done, known, tagged);
        }
        int found = friends.seenSince(brand, startedAt);
        if (found == 0) {
            throw new Problem(WecomProblem.WECOM_SYNC_EMPTY).with("what", "好友");
        }
        if (2L * found < known) {
            throw new Problem(WecomProblem.WECOM_SYNC_SHRUNK)
                    .with("found", found)
                    .with("known", known);
        }
        int ended = friends.endUnseen(brand, startedAt);
        if (tagged) {
            tags.settle(brand, () -> {
                run.checkStop();
                return true;
            });
        }
        accounts.synced(brand);
        run.progress(
                done,
                (long) done,
                new Text(
                        "共 %d 位导购、%d 条好友关系，新结束 %d 条".formatted(guides.size(), found, ended),
                        "%d guides, %d friendships, %d newly ended".formatted(guides.size(), found, ended)));
        log.info("wecom.synced brand={} guides={} friends={} ended={}", brand.key(), guides.size(), found, ended);
    }

    /// An app that may not read corp tags can still have its organisation read.
    ///
    /// @return whether friends may carry tags that are here too
    private boolean library(Brand brand) {
        try {
            return tags.library(brand);
        } catch (Problem problem) {
            log.warn(
                    "wecom.tags skipped brand={} code={}",
                    brand.key(),
                    problem.type().code());
            return false;
        }
    }

    /// @return the guides who may have customers as friends
    private List<String> readOrganisation(Brand brand) {
        List<WxCpDepart> departments =
                calls.ask(brand, wecom -> wecom.getDepartmentService().list(null));
        StoreTree tree = new StoreTree(departments.stream()
                .map(department -> new StoreTree.Department(
                        department.getId(),
                        Objects.requireNonNullElse(department.getName(), ""),
                        Objects.requireNonNullElse(department.getParentId(), 0L)))
                .toList());
        Set<Long> ids = new HashSet<>();
        departments.forEach(department -> ids.add(department.getId()));
        Set<String> allowed = new HashSet<>(
                calls.ask(brand, wecom -> wecom.getExternalContactService().listFollowers()));
        Set<String> told = new HashSet<>();
        List<Directory.Member> members = departments.stream()
                .filter(department -> !ids.contains(Objects.requireNonNullElse(department.getParentId(), 0L)))
                .flatMap(root ->
                        calls
                                .ask(brand, wecom -> wecom.getUserService().listByDepartment(root.getId(), true, 0))
                                .stream())
                .filter(user -> told.add(user.getUserId()))
                .filter(user -> allowed.contains(user.getUserId()))
                .map(user -> member(tree, user))
                .toList();
        if (members.isEmpty()) {
            throw new Problem(WecomProblem.WECOM_SYNC_EMPTY).with("what", "导购");
        }
        directory.replace(brand, tree.stores(), members);
        return members.stream().map(Directory.Member::userid).toList();
    }

    private static Directory.Member member(StoreTree tree, WxCpUser user) {
        boolean active = user.getStatus() == null || user.getStatus() == 1;
        return new Directory.Member(
                user.getUserId(),
                user.getName() == null ? user.getUserId() : user.getName(),
                store(tree, user),
                active);
    }

    private static @Nullable Long store(StoreTree tree, WxCpUser user) {
        if (user.getDepartIds() == null) {
            return null;
        }
        for (Long department : user.getDepartIds()) {
            Long store = tree.storeOf(department);
            if (store != null) {
                return store;
            }
        }
        return null;
    }

    private int readFriends(JobRun run, Brand brand, List<String> guides, int before, int known, boolean tagged) {
        String cursor = "";
        int read = 0;
        do {
            run.checkStop();
            Instant asOf = clock.instant();
            WxCpExternalContactBatchInfo page = page(brand, guides, cursor);
            if (page == null) {
                return read;
            }
            List<Friendship> found = page.getExternalContactList().stream()
                    .map(info -> Friendship.of(info.getExternalContact(), info.getFollowInfo()))
                    .toList();
            friends.seen(brand, found, asOf);
            if (tagged) {
                tags.read(
                        brand,
                        page.getExternalContactList().stream()
                                .map(info -> new TagSync.Read(info.getExternalContact(), info.getFollowInfo()))
                                .toList(),
                        asOf);
            }
            read += found.size();
            run.progress(before + read, (long) Math.max(known, before + read), null);
            cursor = Objects.requireNonNullElse(page.getNextCursor(), "");
        } while (!cursor.isEmpty());
        return read;
    }

    /// @return null when none of these guides has a customer
    private @Nullable WxCpExternalContactBatchInfo page(Brand brand, List<String> guides, String cursor) {
        try {
            return calls.tryAsk(
                    brand,
                    wecom -> wecom.getExternalContactService()
                            .getContactDetailBatch(guides.toArray(String[]::new), cursor, CONTACTS));
        } catch (WecomCalls.Failed failed) {
            if (failed.failure().errcode() == NO_CONTACTS && cursor.isEmpty()) {
                return null;
            }
            throw failed.failure().problem();
        }
    }
}
