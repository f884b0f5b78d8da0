package io.waterwheel.loyalty.task;

import io.waterwheel.intake.EventSources;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.LogConsumer;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.task.RunningTasks.Running;
import io.waterwheel.warehouse.EventProperties;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Tasks hear of events here, in log order. What counts is written with the offset; rewards are handed out
/// after.
@Component
class TaskEvents implements LogConsumer {

    private final RunningTasks tasks;
    private final Members members;
    private final TaskHits hits;
    private final EventSources sources;

    TaskEvents(RunningTasks tasks, Members members, TaskHits hits, EventSources sources) {
        this.tasks = tasks;
        this.members = members;
        this.hits = hits;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "loyalty-tasks";
    }

    @Override
    public void consume(DSLContext transaction, List<LoggedEvent> events) {
        Map<BrandId, Map<String, List<Running>>> counting = tasks.counting(
                transaction,
                events.stream().map(LoggedEvent::brand).collect(Collectors.toSet()),
                events.stream().map(LoggedEvent::name).collect(Collectors.toSet()));
        if (counting.isEmpty()) {
            return;
        }
        List<LoggedEvent> asked = events.stream()
                .filter(event -> event.customer() != null
                        && counting.getOrDefault(event.brand(), Map.of()).containsKey(event.name()))
                .toList();
        Map<BrandId, Set<CustomerNo>> joined = joined(transaction, asked);
        Set<Long> strangers = sources.strangersWords(asked);
        for (LoggedEvent event : asked) {
            CustomerNo customer = event.customer();
            if (customer == null
                    || !joined.getOrDefault(event.brand(), Set.of()).contains(customer)) {
                continue;
            }
            Map<String, List<String>> properties = EventProperties.of(event.name(), event.properties());
            for (Running task : counting.getOrDefault(event.brand(), Map.of()).getOrDefault(event.name(), List.of())) {
                if (task.definition().counts(event.at(), task.activeFrom())
                        && task.definition().event().test(event.name(), properties)
                        && (task.definition().takesStrangersWord() || !strangers.contains(event.position()))) {
                    hits.count(transaction, task, customer, event);
                }
            }
        }
    }

    private Map<BrandId, Set<CustomerNo>> joined(DSLContext transaction, List<LoggedEvent> events) {
        Map<BrandId, Set<CustomerNo>> asked = new HashMap<>();
        for (LoggedEvent event : events) {
            CustomerNo customer = event.customer();
            if (customer != null) {
                asked.computeIfAbsent(event.brand(), _ -> new LinkedHashSet<>()).add(customer);
            }
        }
        Map<BrandId, Set<CustomerNo>> joined = new HashMap<>();
        asked.forEach((brand, customers) -> joined.put(
                brand, new HashSet<>(members.of(transaction, brand, customers).keySet())));
        return joined;
    }
}
