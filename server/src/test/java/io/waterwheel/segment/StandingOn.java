package io.waterwheel.segment;

import io.waterwheel.access.Brand;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Stands on segments, as a broadcast would.
@Component
class StandingOn implements SegmentUse {

    private final Map<SegmentId, String> users = new ConcurrentHashMap<>();

    void stand(SegmentId segment, String user) {
        users.put(segment, user);
    }

    void leave(SegmentId segment) {
        users.remove(segment);
    }

    @Override
    public List<String> of(Brand brand, SegmentId segment) {
        String user = users.get(segment);
        return user == null ? List.of() : List.of(user);
    }
}
