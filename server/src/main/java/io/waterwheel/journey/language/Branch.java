package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.Condition;
import java.util.ArrayList;
import java.util.List;

/// Goes the way of the first case the customer meets now, or else the way `else`.
@Schema(name = "JourneyBranch")
public record Branch(List<Case> cases) implements Step {

    public static final String ELSE = "else";
    static final int MOST = 10;

    public Branch {
        cases = List.copyOf(cases);
        Misfit.when(cases.isEmpty() || cases.size() > MOST, "/cases", JourneyFault.OUT_OF_RANGE, "1 … " + MOST);
        ExitNames.check(cases.stream().map(Case::exit).toList(), "/cases", ELSE);
    }

    /// @param exit what the way is called
    @Schema(name = "JourneyBranchCase")
    public record Case(String exit, Condition condition) {}

    @Override
    public List<String> exits() {
        List<String> exits = new ArrayList<>(cases.stream().map(Case::exit).toList());
        exits.add(ELSE);
        return List.copyOf(exits);
    }

    @Override
    public boolean waits() {
        return false;
    }
}
