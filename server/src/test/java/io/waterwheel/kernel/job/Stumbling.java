package io.waterwheel.kernel.job;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;

/// Work that stumbles over what it is given, once over each.
@Component
class Stumbling implements JobHandler {

    private final Queue<RuntimeException> stones = new ConcurrentLinkedQueue<>();

    void over(List<RuntimeException> given) {
        stones.clear();
        stones.addAll(given);
    }

    int left() {
        return stones.size();
    }

    @Override
    public String kind() {
        return "test-stumbling";
    }

    @Override
    public void run(JobRun run) {
        RuntimeException stone = stones.poll();
        if (stone != null) {
            throw stone;
        }
    }
}
