package io.waterwheel.demo;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.simulated.Connection;
import io.waterwheel.demo.simulated.Simulator;
import io.waterwheel.demo.simulated.Town;
import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.kernel.job.JobRun;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Moves the brand's people into the simulator, unless they live there already.
@Component
class Moving {

    private static final Duration WAIT_MOST = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final Simulator simulator;
    private final ServerAddress address;

    Moving(Simulator simulator, ServerAddress address) {
        this.simulator = simulator;
        this.address = address;
    }

    /// @throws io.waterwheel.kernel.problem.Problem `demo-simulator-unreachable`
    void move(JobRun run, Brand brand, DemoWorld world, long seed, Connection connection, URI where)
            throws InterruptedException {
        awaitSimulator(run, where);
        if (!simulator.knows(where, connection.corpId())) {
            simulator.put(
                    where,
                    Town.of(
                            world,
                            brand.name(),
                            connection,
                            Town.lively(world),
                            address.of("/callbacks/wecom/" + brand.key()),
                            address.of("/v1/track"),
                            seed));
        }
    }

    /// The simulator may be starting at the same time.
    private void awaitSimulator(JobRun run, URI where) throws InterruptedException {
        Instant end = Instant.now().plus(WAIT_MOST);
        while (!simulator.answers(where) && Instant.now().isBefore(end)) {
            run.checkStop();
            Thread.sleep(LOOK_EVERY);
        }
    }
}
