package io.waterwheel.segment.download;

import static io.waterwheel.segment.generated.Tables.MEMBER_DOWNLOAD;

import io.waterwheel.customer.Mentions;
import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.segment.generated.tables.records.MemberDownloadRecord;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Files of members. They hold nothing else, and making them anew costs little: erasing removes all that lie here,
/// whoever
/// is in them, and waits for those being made.
@Component
@Order(79)
class DownloadData implements PersonalData {

    private final DownloadRows rows;
    private final DownloadDirectory directory;
    private final Jobs jobs;

    DownloadData(DownloadRows rows, DownloadDirectory directory, Jobs jobs) {
        this.rows = rows;
        this.directory = directory;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "member-downloads";
    }

    @Override
    public Text title() {
        return new Text("下载的客户名单文件（客户资料的副本，没有另外的内容）", "Downloaded lists of customers (copies, nothing else)");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(MEMBER_DOWNLOAD));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> out) {
        // Nothing of its own.
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        Mentions mentions = Mentions.of(person);
        long count = 0;
        boolean waits = false;
        for (MemberDownloadRecord row : transaction.selectFrom(MEMBER_DOWNLOAD).fetch()) {
            if (running(row)) {
                waits = true;
                continue;
            }
            if (DownloadState.of(row.getState()) != DownloadState.EXPIRED) {
                directory.delete(row.getId(), DownloadFormat.of(row.getFormat()));
                rows.expired(transaction, row.getId());
                count++;
            }
            if (mentions.in(row.getSourceName())) {
                transaction
                        .update(MEMBER_DOWNLOAD)
                        .set(MEMBER_DOWNLOAD.SOURCE_NAME, "—")
                        .where(MEMBER_DOWNLOAD.ID.eq(row.getId()))
                        .execute();
                count++;
            }
        }
        return new Erased(count, waits);
    }

    private boolean running(MemberDownloadRecord row) {
        return Optional.ofNullable(row.getJob())
                .map(JobId::new)
                .flatMap(jobs::find)
                .map(job -> job.state() == JobState.RUNNING || job.state() == JobState.QUEUED)
                .orElse(false);
    }
}
