package io.waterwheel.wecom.group;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.WecomProblem;
import io.waterwheel.wecom.account.WecomAccounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatList;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatList.ChatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads all groups. Only one that came to its end may say that a group is gone, and one that found fewer
/// than half of those known is taken for broken.
@Component
public class SyncGroups implements JobHandler {

    public static final String KIND = "wecom-groups";

    private static final Text TITLE = new Text("客户群同步", "Synchronisation of groups");
    private static final int MANY = 200;

    private final Brands brands;
    private final WecomAccounts accounts;
    private final Jobs jobs;
    private final GroupReader reader;
    private final Groups groups;
    private final InstantSource clock;

    SyncGroups(
            Brands brands, WecomAccounts accounts, Jobs jobs, GroupReader reader, Groups groups, InstantSource clock) {
        this.brands = brands;
        this.accounts = accounts;
        this.jobs = jobs;
        this.reader = reader;
        this.groups = groups;
        this.clock = clock;
    }

    /// Starts it, or gives the one that is under way.
    ///
    /// @throws Problem `wecom-not-configured`
    @Transactional
    public JobId start(Brand brand) {
        accounts.get(brand);
        String link = "/b/" + brand.key() + "/groups";
        return jobs.list(true, new PageRequest(null, MANY)).items().stream()
                .filter(job -> job.kind().equals(KIND) && link.equals(job.link()))
                .map(Job::id)
                .findFirst()
                .orElseGet(() -> jobs.start(new NewJob(KIND, TITLE, brand.id(), "groups", Map.of(), link)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        Instant startedAt = clock.instant();
        int known = groups.known(brand);
        int found = 0;
        String cursor = "";
        do {
            WxCpUserExternalGroupChatList page = reader.page(brand, cursor);
            for (ChatStatus chat : page.getGroupChatList()) {
                run.checkStop();
                reader.read(brand, chat);
                found++;
                run.progress(found, (long) Math.max(known, found), null);
            }
            cursor = Objects.requireNonNullElse(page.getNextCursor(), "");
        } while (!cursor.isEmpty());
        if (2 * found < known) {
            throw new Problem(WecomProblem.WECOM_GROUPS_SHRUNK)
                    .with("found", found)
                    .with("known", known);
        }
        int ended = groups.endUnseen(brand, startedAt);
        run.progress(
                found,
                (long) found,
                new Text("共 %d 个群，新解散 %d 个".formatted(found, ended), "%d groups, %d gone".formatted(found, ended)));
    }
}
