package io.waterwheel.journey.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What people call the ways out of a branch or a split.
final class ExitNames {

    static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,40}");

    private ExitNames() {}

    static void check(List<String> names, String place, String taken) {
        Set<String> seen = new HashSet<>(Set.of(taken));
        for (int i = 0; i < names.size(); i++) {
            String at = place + "/" + i + "/exit";
            Misfit.when(!NAME.matcher(names.get(i)).matches(), at, JourneyFault.NOT_A_NAME, "");
            Misfit.when(!seen.add(names.get(i)), at, JourneyFault.TAKEN, names.get(i));
        }
    }
}
