package io.waterwheel.demo;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.history.HistoryWriter;
import io.waterwheel.demo.loyalty.ProgrammeStart;
import io.waterwheel.demo.simulated.Connection;
import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes the demo brand and brings it to life, step by step. Each step leaves alone what is there already, so that
/// a run after a kill, or after everything is done, only does what is missing.
@Component
class DemoSeeder implements JobHandler {

    static final String KIND = "demo";

    private static final Text WRITING = new Text("写入顾客与订单", "Writing customers and orders");
    private static final Text MEETING =
            new Text("接入模拟企微，发出首场群发", "Connecting the simulated WeCom, sending the first broadcast");
    private static final Text PROGRAMME = new Text("补写会员计划的一年", "Writing the programme's year");
    private static final Text READY = new Text("演示品牌已就绪", "The demo brand is ready");
    private static final Logger log = LoggerFactory.getLogger(DemoSeeder.class);

    private final Founding founding;
    private final SeededWorlds worlds;
    private final HistoryWriter history;
    private final Settling settling;
    private final Moving moving;
    private final Introduction introduction;
    private final Opening opening;
    private final ProgrammeStart programme;

    DemoSeeder(
            Founding founding,
            SeededWorlds worlds,
            HistoryWriter history,
            Settling settling,
            Moving moving,
            Introduction introduction,
            Opening opening,
            ProgrammeStart programme) {
        this.founding = founding;
        this.worlds = worlds;
        this.history = history;
        this.settling = settling;
        this.moving = moving;
        this.introduction = introduction;
        this.opening = opening;
        this.programme = programme;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws InterruptedException {
        SeedPlan plan = run.params(SeedPlan.class);
        Brand brand = founding.found(plan);
        SeededWorld seeded = worlds.find(brand).orElseThrow();
        DemoWorld world = seeded.world();
        long events = history.write(brand, world, seeded.written(), (written, total) -> {
            worlds.written(brand, written);
            run.progress(written, (long) total, WRITING);
            run.checkStop();
        });
        if (plan.simulatorUrl() != null) {
            run.progress(events, null, MEETING);
            live(run, brand, world, plan, plan.simulatorUrl(), seeded.finishedAt() != null);
        }
        if (seeded.finishedAt() == null) {
            run.progress(events, null, PROGRAMME);
            programme.start(run, brand, world, seeded.seed(), seeded.today());
        }
        worlds.finish(brand);
        run.progress(events, events, READY);
        log.info("demo.seeded brand={} customers={}", brand.key(), seeded.size());
    }

    private void live(JobRun run, Brand brand, DemoWorld world, SeedPlan plan, URI simulator, boolean finished)
            throws InterruptedException {
        Connection connection = settling.settle(brand);
        boolean moved = moving.move(run, brand, world, plan, simulator, connection);
        if (moved || !finished) {
            introduction.read(run, brand, world, simulator, connection);
        }
        // What a person has made of the first broadcast since is theirs.
        if (!finished) {
            opening.open(run, brand);
        }
    }
}
