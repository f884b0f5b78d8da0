package io.waterwheel.demo;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.Outreach;
import io.waterwheel.touch.Outreach.Standing;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Sends the first broadcast.
@Component
class Opening {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final FirstCampaign campaign;
    private final Outreach outreach;
    private final ServerAddress address;

    Opening(FirstCampaign campaign, Outreach outreach, ServerAddress address) {
        this.campaign = campaign;
        this.outreach = outreach;
        this.address = address;
    }

    /// Returns when it is being sent. One that a person stopped, or has to mend, is left as it is.
    void open(JobRun run, Brand brand) throws InterruptedException {
        BroadcastId broadcast = campaign.prepare(brand, address.of("/demo-shop/" + brand.key()));
        while (outreach.advance(brand, broadcast) == Standing.PREPARING) {
            run.checkStop();
            Thread.sleep(LOOK_EVERY);
        }
    }
}
