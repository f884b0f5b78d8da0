package io.waterwheel.demo;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.simulated.Connection;
import io.waterwheel.demo.simulated.SimulatedWorld.Behaviour;
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

    /// @return whether they were moved just now
    /// @throws io.waterwheel.kernel.problem.Problem `demo-simulator-unreachable`
    boolean move(JobRun run, Brand brand, DemoWorld world, SeedPlan plan, URI where, Connection connection)
            throws InterruptedException {
        awaitSimulator(run, where);
        if (simulator.knows(where, connection.corpId())) {
            return false;
        }
        Behaviour behaviour = plan.behaviour() == null ? Town.lively(world) : plan.behaviour();
        String callbacks = address.of("/callbacks/wecom/" + brand.key());
        simulator.put(
                where,
                Town.of(world, brand.name(), connection, behaviour, callbacks, address.of("/v1/track"), plan.seed()));
        return true;
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
