package io.waterwheel.touch.policy;

import io.waterwheel.customer.CustomerChunk;
import io.waterwheel.kernel.BrandId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Which customers have no room left under limits: what they got and what plans keep for them, in bulk.
@Component
class Room {

    private final Contacts contacts;
    private final PlannedRoom planned;

    Room(Contacts contacts, PlannedRoom planned) {
        this.contacts = contacts;
        this.planned = planned;
    }

    /// Under each limit's reason, those who have as many as it allows.
    Map<Suppressed, RoaringBitmap> without(
            BrandId brand, RoaringBitmap customers, List<Limit> limits, List<PlannedRoom.Plan> plans) {
        Map<Suppressed, RoaringBitmap> full = new EnumMap<>(Suppressed.class);
        List<PlannedRoom.Plan> keeping = plans.stream()
                .filter(plan -> limits.stream().anyMatch(plan::keepsRoomIn))
                .toList();
        if (!limits.isEmpty()) {
            CustomerChunk.each(customers, chunk -> full(brand, chunk, limits, keeping))
                    .forEach(some ->
                            some.forEach((reason, whom) -> full.merge(reason, whom, (a, b) -> RoaringBitmap.or(a, b))));
        }
        return full;
    }

    private Map<Suppressed, RoaringBitmap> full(
            BrandId brand, CustomerChunk chunk, List<Limit> limits, List<PlannedRoom.Plan> plans) {
        Map<Suppressed, RoaringBitmap> full = new EnumMap<>(Suppressed.class);
        int[] asked = chunk.numbers();
        int[][] counts = contacts.counts(brand, chunk, limits);
        add(counts, asked, limits, plans);
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            for (int at = 0; at < asked.length; at++) {
                if (counts[i][at] >= limit.most()) {
                    full.computeIfAbsent(limit.reason(), reason -> new RoaringBitmap())
                            .add(asked[at]);
                }
            }
        }
        return full;
    }

    private void add(int[][] counts, int[] asked, List<Limit> limits, List<PlannedRoom.Plan> plans) {
        Map<Long, RoaringBitmap> waiting = planned.waiting(plans, asked);
        for (PlannedRoom.Plan plan : plans) {
            RoaringBitmap people = waiting.get(plan.broadcast());
            if (people == null) {
                continue;
            }
            for (int i = 0; i < limits.size(); i++) {
                if (plan.keepsRoomIn(limits.get(i))) {
                    int[] counted = counts[i];
                    people.forEach((int customer) -> counted[Arrays.binarySearch(asked, customer)]++);
                }
            }
        }
    }
}
