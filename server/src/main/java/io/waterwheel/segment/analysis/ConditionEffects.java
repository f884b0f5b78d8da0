package io.waterwheel.segment.analysis;

import io.waterwheel.segment.engine.OneState;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.Or;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What each condition of a definition does: how many meet it alone, and how many would meet the whole without it.
/// Cost: the whole once more for each condition; its leaves are in the cache.
public final class ConditionEffects {

    /// Nobody reads more, and each costs the whole once more.
    private static final int MOST = 60;

    private final OneState state;
    private final List<ConditionEffect> effects = new ArrayList<>();

    private ConditionEffects(OneState state) {
        this.state = state;
    }

    /// @param pointer where the definition stands, such as `/definition`
    /// @return the first sixty conditions, from the outside in and from the first to the last
    public static List<ConditionEffect> of(OneState state, Condition definition, String pointer) {
        ConditionEffects effects = new ConditionEffects(state);
        // A question without any condition is about everybody.
        effects.visit(definition, pointer, member -> member == null ? And.EVERYONE : member);
        return effects.effects;
    }

    /// The whole definition with something else, or nothing, in one place.
    @FunctionalInterface
    private interface Whole {
        Condition with(@Nullable Condition member);
    }

    private void visit(Condition condition, String pointer, Whole whole) {
        if (effects.size() == MOST) {
            return;
        }
        effects.add(new ConditionEffect(
                pointer,
                state.members(condition).getLongCardinality(),
                state.members(whole.with(null)).getLongCardinality()));
        if (condition instanceof And(List<Condition> all)) {
            visit(all, pointer, whole, And::new);
        } else if (condition instanceof Or(List<Condition> any)) {
            visit(any, pointer, whole, Or::new);
        } else if (condition instanceof Not(Condition inner)) {
            visit(inner, pointer + "/condition", member -> whole.with(member == null ? null : new Not(member)));
        }
    }

    private void visit(
            List<Condition> members, String pointer, Whole whole, Function<List<Condition>, Condition> group) {
        for (int i = 0; i < members.size(); i++) {
            int place = i;
            visit(members.get(i), pointer + "/conditions/" + i, member -> {
                List<Condition> others = new ArrayList<>(members);
                if (member == null) {
                    others.remove(place);
                } else {
                    others.set(place, member);
                }
                return whole.with(others.isEmpty() ? null : group.apply(others));
            });
        }
    }
}
