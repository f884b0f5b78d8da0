package io.waterwheel.loyalty.programme;

import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.segment.language.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether the parts of a programme fit each other and the brand.
public final class ProgrammeLint {

    private final ProgrammeDefinition programme;
    private final String pointer;
    private final List<InvalidProgramme.Place> places = new ArrayList<>();

    private ProgrammeLint(ProgrammeDefinition programme, String pointer) {
        this.programme = programme;
        this.pointer = pointer;
    }

    /// @param pointer  where the definition stands
    /// @param segments the names of the brand's segments, by id
    /// @return every wrong place; nothing when it can be published
    public static List<InvalidProgramme.Place> check(ProgrammeDefinition programme, String pointer, Names segments) {
        ProgrammeLint lint = new ProgrammeLint(programme, pointer);
        lint.rules(segments);
        lint.plans();
        lint.benefits();
        return lint.places;
    }

    /// What is likely not meant; it keeps nothing from being published.
    ///
    /// @param pointer where the definition stands
    public static List<InvalidProgramme.Place> warnings(ProgrammeDefinition programme, String pointer) {
        List<InvalidProgramme.Place> warnings = new ArrayList<>();
        for (int i = 0; i < programme.earn().size(); i++) {
            EarnRule rule = programme.earn().get(i);
            if (rule.grant() instanceof Grant.OnEvent(EventFilter event, long _, boolean fromPages)) {
                String at = pointer + "/earn/" + i;
                if (fromPages
                        && !rule.caps().limitsEvents()
                        && !programme.caps().limitsEvents()) {
                    warnings.add(ProgrammeWarning.PAGES_UNCAPPED.at(at + "/grant/fromPages"));
                }
                if (event.event().equals(EventNames.CUSTOMER_REFERRED)) {
                    warnings.add(ProgrammeWarning.REWARDS_WHO_WAS_BROUGHT.at(at + "/grant/event"));
                }
            }
        }
        return warnings;
    }

    private void rules(Names segments) {
        boolean byAmount = programme.earn().stream().anyMatch(rule -> rule.grant() instanceof Grant.PerAmount);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < programme.earn().size(); i++) {
            EarnRule rule = programme.earn().get(i);
            String at = pointer + "/earn/" + i;
            if (!ids.add(rule.id())) {
                wrong(at + "/id", ProgrammeFault.TAKEN, rule.id());
            }
            if (rule.grant() instanceof Grant.Multiply && !byAmount) {
                wrong(at + "/grant", ProgrammeFault.NOTHING_TO_MULTIPLY, "");
            }
            if (rule.segment() != null && segments.segment(rule.segment()).isEmpty()) {
                wrong(at + "/segment", ProgrammeFault.UNKNOWN_SEGMENT, "");
            }
            for (int j = 0; j < rule.when().size(); j++) {
                if (rule.when().get(j) instanceof When.OfTier(List<String> tiers)) {
                    for (int k = 0; k < tiers.size(); k++) {
                        known(tiers.get(k), at + "/when/" + j + "/tiers/" + k);
                    }
                }
            }
        }
    }

    private void plans() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < programme.plans().size(); i++) {
            PaidPlan plan = programme.plans().get(i);
            String at = pointer + "/plans/" + i;
            if (!ids.add(plan.id())) {
                wrong(at + "/id", ProgrammeFault.TAKEN, plan.id());
            }
            if (plan.tier() != null) {
                known(plan.tier(), at + "/tier");
            }
        }
    }

    private void benefits() {
        Set<String> ids = new HashSet<>();
        for (HeldBenefit held : programme.benefits()) {
            String id = held.benefit().id();
            if (id != null && !ids.add(id)) {
                wrong(pointer + held.pointer() + "/id", ProgrammeFault.TAKEN, id);
            }
        }
    }

    private void known(String tier, String place) {
        if (programme.tiers() == null || programme.tiers().index(tier) < 0) {
            wrong(place, ProgrammeFault.UNKNOWN_TIER, tier);
        }
    }

    private void wrong(String place, ProgrammeFault fault, Object about) {
        places.add(InvalidProgramme.Place.of(place, fault, about));
    }
}
