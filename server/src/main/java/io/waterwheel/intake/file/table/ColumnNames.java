package io.waterwheel.intake.file.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Column names as they are used: each once.
final class ColumnNames {

    private static final int LONGEST = 100;

    private ColumnNames() {}

    /// A column is known by its name, so two of one name are told apart, and one without gets its place as a name.
    static List<String> unique(List<String> names) {
        Set<String> seen = new HashSet<>();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String cell = names.get(i).replace('\0', '\uFFFD');
            String name = cell.isEmpty() ? "#" + (i + 1) : cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST);
            columns.add(seen.add(name) ? name : name + " (" + (i + 1) + ")");
            seen.add(columns.getLast());
        }
        return columns;
    }
}
