package io.waterwheel.touch.send;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.job.JobStopped;
import io.waterwheel.kernel.postgres.LostDatabase;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.broadcast.BroadcastControl;
import io.waterwheel.touch.broadcast.BroadcastRow;
import io.waterwheel.touch.broadcast.BroadcastRows;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.broadcast.BroadcastStep;
import io.waterwheel.touch.broadcast.BroadcastTarget;
import io.waterwheel.touch.channel.Channels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The job that sends a broadcast. Whatever stops it, it can be run again: what was written down and not called is
/// claimed anew, what stands as called is asked about, and nobody is written to twice.
@Component
class SendBroadcast implements JobHandler {

    private static final Logger log = LoggerFactory.getLogger(SendBroadcast.class);

    private final Brands brands;
    private final BroadcastRows rows;
    private final Channels channels;
    private final SendingTools tools;

    SendBroadcast(Brands brands, BroadcastRows rows, Channels channels, SendingTools tools) {
        this.brands = brands;
        this.rows = rows;
        this.channels = channels;
        this.tools = tools;
    }

    @Override
    public String kind() {
        return BroadcastControl.SENDING;
    }

    @Override
    public void run(JobRun run) {
        long id = run.params(BroadcastTarget.class).broadcast();
        BroadcastRow broadcast = rows.find(id).orElse(null);
        if (broadcast == null || broadcast.state() == BroadcastState.DONE) {
            return;
        }
        Brand brand = brands.get(broadcast.brand());
        Channel channel = channels.get(broadcast.channel());
        Sending sending = new Sending(run, brand, broadcast, channel, tools);
        try {
            channel.ready(brand);
            sending.run();
            if (rows.tryStep(id, BroadcastStep.FINISH)) {
                log.info("broadcast.done id={}", id);
            }
        } catch (JobStopped stopped) {
            throw stopped;
        } catch (RuntimeException e) {
            if (LostDatabase.behind(e)) {
                // Not the broadcast's fault: the job is run again when the database is back.
                throw e;
            }
            stop(
                    broadcast,
                    sending,
                    e instanceof Problem problem
                            ? problem
                            : new Problem(KernelProblem.UNEXPECTED, e)
                                    .with("traceId", run.id().toString()));
            throw e;
        }
    }

    /// Pauses it and says why; somebody who has mended the cause lets it go on.
    private void stop(BroadcastRow broadcast, Sending sending, Problem problem) {
        if (rows.tryStep(broadcast.id(), BroadcastStep.BLOCK)) {
            rows.problem(broadcast.id(), problem);
        } else if (rows.state(broadcast.id()) == BroadcastState.CANCELLED) {
            sending.giveUpAsking();
        }
    }
}
