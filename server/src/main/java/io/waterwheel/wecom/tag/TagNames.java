package io.waterwheel.wecom.tag;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Names of tags and groups as WeCom tells them apart: whatever the case, at most thirty characters.
final class TagNames {

    private TagNames() {}

    static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    /// The name, or the name with the first number that nothing else bears.
    static String free(String wanted, Set<String> taken) {
        Set<String> folded =
                taken.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        String name = wanted;
        for (int i = 2; folded.contains(name.toLowerCase(Locale.ROOT)); i++) {
            String suffix = " (" + i + ")";
            name = wanted.substring(0, Math.min(wanted.length(), 30 - suffix.length())) + suffix;
        }
        return name;
    }
}
