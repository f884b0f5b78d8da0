package io.waterwheel.wecom.directory;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.wecom.Corps;
import io.waterwheel.wecom.account.WecomAccounts;
import io.waterwheel.wecom.account.WecomSettings;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Connects brands with their corps and has them read.
@Component
class CorpConnections implements Corps {

    private static final int MANY = 200;
    private static final Text TITLE = new Text("企业微信同步", "WeCom synchronisation");

    private final WecomAccounts accounts;
    private final Jobs jobs;
    private final AuditTrail audit;

    CorpConnections(WecomAccounts accounts, Jobs jobs, AuditTrail audit) {
        this.accounts = accounts;
        this.jobs = jobs;
        this.audit = audit;
    }

    @Override
    public void connect(Brand brand, Corp corp) {
        accounts.change(
                brand,
                new WecomSettings(
                        corp.corpId(),
                        Integer.toString(corp.agentId()),
                        corp.secret(),
                        corp.callbackToken(),
                        corp.callbackAesKey(),
                        corp.baseUrl().toString(),
                        corp.authorizeUrl().toString()));
    }

    @Override
    @Transactional
    public JobId synchronise(Brand brand) {
        accounts.get(brand);
        String link = "/b/" + brand.key() + "/guides";
        Optional<JobId> running = jobs.list(true, new PageRequest(null, MANY)).items().stream()
                .filter(job -> job.kind().equals(SyncDirectory.KIND) && link.equals(job.link()))
                .map(Job::id)
                .findFirst();
        if (running.isPresent()) {
            return running.get();
        }
        audit.record("wecom.sync", "brand/" + brand.key(), Map.of());
        return jobs.start(new NewJob(SyncDirectory.KIND, TITLE, brand.id(), "friends", Map.of(), link));
    }
}
