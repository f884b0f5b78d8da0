package io.waterwheel.wecom.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the stores in an organisation: the departments directly below one called 门店 or Stores; where there is none,
/// every department that has no department below it.
final class StoreTree {

    private static final Set<String> ROOT_NAMES = Set.of("门店", "全部门店", "stores");

    /// @param parent 0 for the corp itself
    record Department(long id, String name, long parent) {}

    private final Map<Long, Department> departments;
    private final Set<Long> stores = new HashSet<>();

    StoreTree(List<Department> all) {
        departments = all.stream().collect(Collectors.toMap(Department::id, department -> department, (a, b) -> a));
        Optional<Department> root = all.stream()
                .filter(department ->
                        ROOT_NAMES.contains(department.name().strip().toLowerCase(Locale.ROOT)))
                .findFirst();
        Set<Long> parents = all.stream().map(Department::parent).collect(Collectors.toSet());
        for (Department department : all) {
            boolean store = root.isPresent()
                    ? department.parent() == root.get().id()
                    : !parents.contains(department.id()) && department.parent() != 0;
            if (store) {
                stores.add(department.id());
            }
        }
    }

    Map<Long, String> stores() {
        Map<Long, String> names = new HashMap<>();
        stores.forEach(id -> names.put(
                id, departments.get(id) == null ? "" : departments.get(id).name()));
        return names;
    }

    /// The store a department is or belongs to.
    @Nullable
    Long storeOf(long department) {
        Set<Long> walked = new HashSet<>();
        for (Long at = department; at != null && walked.add(at); ) {
            if (stores.contains(at)) {
                return at;
            }
            Department here = departments.get(at);
            at = here == null ? null : here.parent();
        }
        return null;
    }
}
