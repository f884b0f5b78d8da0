package io.waterwheel.loyalty.programme;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One way to earn points, or more of them.
///
/// @param id      stands in the ledger's keys and explanations; lower-case
/// @param when    all of them hold; at most one of each kind
/// @param segment who it is for, a segment's id; null for everybody
/// @param group   of rules with the same group only the one that gives most counts; null for none
/// @param from    the first day, of the brand; null for always
/// @param until   the last day; null for no end
/// @param caps    of this rule alone
@Schema(name = "EarnRule")
public record EarnRule(
        String id,
        String name,
        Grant grant,
        List<When> when,
        @Nullable String segment,
        @Nullable String group,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Caps caps) {

    static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    static final int LONGEST_NAME = 40;
    private static final Pattern SEGMENT = Pattern.compile("[1-9]\\d{0,17}");

    public EarnRule {
        when = List.copyOf(when);
        Misfit.when(!ID.matcher(id).matches(), "/id", ProgrammeFault.NOT_A_NAME, id);
        Misfit.text(name, LONGEST_NAME, "/name");
        Misfit.when(
                segment != null && !SEGMENT.matcher(segment).matches(), "/segment", ProgrammeFault.UNKNOWN_SEGMENT, "");
        Misfit.when(group != null && !ID.matcher(group).matches(), "/group", ProgrammeFault.NOT_A_NAME, "");
        Misfit.when(from != null && until != null && until.isBefore(from), "/until", ProgrammeFault.REVERSED, "");
        Set<Object> kinds = new HashSet<>();
        for (int i = 0; i < when.size(); i++) {
            When one = when.get(i);
            Object kind = one instanceof When.Sold sold ? sold.fact() : one.getClass();
            Misfit.when(!kinds.add(kind), "/when/" + i, ProgrammeFault.ONCE_EACH, "");
            Misfit.when(grant instanceof Grant.OnEvent && one.ofOrder(), "/when/" + i, ProgrammeFault.ORDERS_ONLY, "");
        }
    }

    /// Whether it counts on a day.
    public boolean on(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    EarnRule canonical() {
        return new EarnRule(
                id,
                name,
                grant,
                when.stream()
                        .map(When::canonical)
                        .sorted(Comparator.comparing(Object::toString))
                        .toList(),
                segment,
                group,
                from,
                until,
                caps);
    }
}
