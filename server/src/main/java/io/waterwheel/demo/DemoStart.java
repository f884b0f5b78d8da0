package io.waterwheel.demo;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.page.PageRequest;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Has the demo brand seeded once the server takes requests, where a demo is asked for.
@Component
class DemoStart {

    static final String BRAND = "demo";
    static final String NAME = "泊檐茶";

    private final DemoProperties properties;
    private final Jobs jobs;

    DemoStart(DemoProperties properties, Jobs jobs) {
        this.properties = properties;
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!properties.enabled()) {
            return;
        }
        // One that a kill interrupted goes on by itself.
        boolean underWay = jobs.list(true, new PageRequest(null, 100)).items().stream()
                .anyMatch(job -> job.kind().equals(DemoSeeder.KIND));
        if (!underWay) {
            SeedPlan plan =
                    new SeedPlan(BRAND, NAME, properties.seed(), properties.size(), properties.simulatorUrl(), null);
            jobs.start(new NewJob(
                    DemoSeeder.KIND, new Text("演示品牌 " + NAME, "Demo brand " + NAME), null, "events", plan, null));
        }
    }
}
