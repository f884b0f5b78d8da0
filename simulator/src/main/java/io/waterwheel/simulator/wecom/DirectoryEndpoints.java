package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Department;
import io.waterwheel.simulator.world.Guide;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The address book (通讯录): departments and members (WeCom doc path/90208, path/90201, path/90196).
final class DirectoryEndpoints {
    private final Town town;

    DirectoryEndpoints(Town town) {
        this.town = town;
    }

    Map<String, Object> departments(Call call) {
        var departments = town.world().departments();
        var root = call.query("id");
        if (!root.isEmpty()) {
            var branch = branch(id(root), true);
            departments = departments.stream()
                    .filter(department -> branch.contains(department.id()))
                    .toList();
        }
        return Map.of("department", departments);
    }

    Map<String, Object> members(Call call) {
        var wanted = branch(
                id(call.query("department_id")), call.query("fetch_child").equals("1"));
        return Map.of(
                "userlist",
                town.guides().stream()
                        .filter(guide -> guide.department().stream().anyMatch(wanted::contains))
                        .map(DirectoryEndpoints::member)
                        .toList());
    }

    Map<String, Object> member(Call call) {
        return town.directory()
                .guide(call.query("userid"))
                .map(DirectoryEndpoints::member)
                .orElseThrow(() -> new Refused(60111, ErrorText.of(60111)));
    }

    private static Map<String, Object> member(Guide guide) {
        var member = new LinkedHashMap<String, Object>();
        member.put("userid", guide.userid());
        member.put("name", guide.name());
        member.put("department", guide.department());
        member.put("order", guide.department().stream().map(department -> 0).toList());
        member.put(
                "is_leader_in_dept",
                guide.department().stream().map(department -> 0).toList());
        if (!guide.department().isEmpty()) {
            member.put("main_department", guide.department().getFirst());
        }
        member.put("status", 1);
        member.put("enable", 1);
        return member;
    }

    private Set<Long> branch(long root, boolean withChildren) {
        var departments = town.world().departments();
        if (departments.stream().noneMatch(department -> department.id() == root)) {
            throw new Refused(60123, ErrorText.of(60123));
        }
        var branch = new HashSet<>(List.of(root));
        while (withChildren && addChildren(departments, branch)) {}
        return branch;
    }

    private static boolean addChildren(List<Department> departments, Set<Long> branch) {
        return departments.stream()
                        .filter(department -> branch.contains(department.parentid()))
                        .filter(department -> branch.add(department.id()))
                        .count()
                > 0;
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refused(60123, ErrorText.of(60123));
        }
    }
}
