package io.waterwheel.demo;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.simulated.Connection;
import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.Corps;
import io.waterwheel.wecom.Corps.Corp;
import io.waterwheel.wecom.Stores;
import io.waterwheel.wecom.Stores.StorePlace;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// Connects the brand with its corp in the simulator, reads guides and friends from there, and says where stores
/// are.
@Component
class Introduction {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Corps corps;
    private final Stores stores;
    private final Jobs jobs;

    Introduction(Corps corps, Stores stores, Jobs jobs) {
        this.corps = corps;
        this.stores = stores;
        this.jobs = jobs;
    }

    /// @throws Problem `demo-sync-failed`
    void read(JobRun run, Brand brand, DemoWorld world, URI simulator, Connection connection)
            throws InterruptedException {
        corps.connect(
                brand,
                new Corp(
                        connection.corpId(),
                        connection.agentId(),
                        connection.secret(),
                        connection.callbackToken(),
                        connection.callbackAesKey(),
                        simulator,
                        simulator));
        await(run, corps.synchronise(brand));
        List<StorePlace> places = world.stores().stream()
                .map(store -> new StorePlace(store.id(), store.city(), store.longitude(), store.latitude()))
                .toList();
        stores.describe(brand, places);
    }

    private void await(JobRun run, JobId id) throws InterruptedException {
        Job job = jobs.find(id).orElseThrow();
        while (!job.state().ended()) {
            run.checkStop();
            Thread.sleep(LOOK_EVERY);
            job = jobs.find(id).orElseThrow();
        }
        if (job.state() != JobState.DONE) {
            throw new Problem(DemoProblem.DEMO_SYNC_FAILED)
                    .with("reason", job.message() == null ? job.state() : job.message());
        }
    }
}
