package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Divides customers by chance, for ever in the same way: who comes again goes the same way again.
@Schema(name = "JourneySplit")
public record Split(List<Arm> arms) implements Step {

    static final int MOST = 10;
    static final int HEAVIEST = 1_000;

    public Split {
        arms = List.copyOf(arms);
        Misfit.when(arms.size() < 2 || arms.size() > MOST, "/arms", JourneyFault.OUT_OF_RANGE, "2 … " + MOST);
        ExitNames.check(arms.stream().map(Arm::exit).toList(), "/arms", "");
        for (int i = 0; i < arms.size(); i++) {
            int weight = arms.get(i).weight();
            Misfit.when(
                    weight < 1 || weight > HEAVIEST,
                    "/arms/" + i + "/weight",
                    JourneyFault.OUT_OF_RANGE,
                    "1 … " + HEAVIEST);
        }
    }

    /// @param weight of all weights together, which share goes this way
    @Schema(name = "JourneySplitArm")
    public record Arm(String exit, int weight) {}

    /// Whose way it is.
    ///
    /// @param part of `parts` equal parts of all customers, theirs
    public String exit(int part, int parts) {
        long all = arms.stream().mapToLong(Arm::weight).sum();
        long end = 0;
        for (Arm arm : arms) {
            end += arm.weight();
            if ((long) part * all < end * parts) {
                return arm.exit();
            }
        }
        return arms.getLast().exit();
    }

    @Override
    public List<String> exits() {
        return arms.stream().map(Arm::exit).toList();
    }

    @Override
    public boolean waits() {
        return false;
    }
}
