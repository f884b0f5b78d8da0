package io.waterwheel.bench;

import java.nio.file.Path;
import java.util.List;

/// Durable events per second over HTTP of which one in twenty shows that two customers, both with a history, are one.
/// Baseline: as many events of as many people in which nobody merges. The answer is right when every person is one
/// customer with all of their events.
final class IdentityBench implements Target {

    static final int EVENTS = 600_000;
    static final int MERGING = EVENTS / 20;

    @Override
    public List<Measurement> run(Path project) throws Exception {
        try (Product product = new Product(project)) {
            product.start();
            Load load = new Load(product);
            Crowd.warm(load);
            double apart = new Crowd("a", MERGING, false).send(load);
            Crowd crowd = new Crowd("m", MERGING, true);
            double merging = crowd.send(load);
            crowd.check(product);
            return List.of(new Measurement(
                    "identity",
                    EVENTS / merging,
                    "durable events/s, one in twenty merging two customers",
                    "the same without merges",
                    EVENTS / apart));
        }
    }
}
