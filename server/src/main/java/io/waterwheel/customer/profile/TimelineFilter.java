package io.waterwheel.customer.profile;

import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Which events a timeline shows; every part that is absent leaves all.
///
/// @param names   events of these names
/// @param groups  events of these groups, by their codes
/// @param sources events of these sources
/// @param from    not before
/// @param to      before
public record TimelineFilter(
        @Nullable List<String> names,
        @Nullable List<String> groups,
        @Nullable List<String> sources,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final TimelineFilter ALL = new TimelineFilter(null, null, null, null, null);

    /// @throws Problem `invalid` when there is no such group
    Condition condition() {
        Condition which = DSL.noCondition();
        if (names != null && !names.isEmpty()) {
            which = which.and(EVENT.NAME.in(names));
        }
        if (groups != null && !groups.isEmpty()) {
            List<Condition> any = new ArrayList<>();
            for (String code : groups) {
                any.add(EventGroup.find(code)
                        .orElseThrow(() -> new Problem(KernelProblem.INVALID)
                                .at("/groups", "unknown", new Text("没有这类事件", "there is no such group of events")))
                        .condition());
            }
            which = which.and(DSL.or(any));
        }
        if (sources != null && !sources.isEmpty()) {
            which = which.and(EVENT.SOURCE.in(sources));
        }
        if (from != null) {
            which = which.and(EVENT.AT.ge(from));
        }
        return to == null ? which : which.and(EVENT.AT.lt(to));
    }
}
