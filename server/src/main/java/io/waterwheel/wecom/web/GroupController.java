package io.waterwheel.wecom.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.wecom.group.GroupChatRow;
import io.waterwheel.wecom.group.GroupSend;
import io.waterwheel.wecom.group.GroupSendList;
import io.waterwheel.wecom.group.GroupSendReach;
import io.waterwheel.wecom.group.GroupSendRow;
import io.waterwheel.wecom.group.GroupSends;
import io.waterwheel.wecom.group.Groups;
import io.waterwheel.wecom.group.NewGroupSend;
import io.waterwheel.wecom.group.SyncGroups;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Customer groups and messages to them.
@RestController
@RequestMapping("/api/brands/{brand}")
@Tag(name = "wecom")
@PreAuthorize("hasRole('OPERATOR')")
class GroupController {

    private final Groups groups;
    private final SyncGroups sync;
    private final GroupSends sends;
    private final GroupSendList list;
    private final Jobs jobs;

    GroupController(Groups groups, SyncGroups sync, GroupSends sends, GroupSendList list, Jobs jobs) {
        this.groups = groups;
        this.sync = sync;
        this.sends = sends;
        this.list = list;
        this.jobs = jobs;
    }

    /// @param q part of a group's or its owner's name
    @GetMapping("/groups")
    Page<GroupChatRow> listGroups(
            @PathVariable Brand brand,
            @RequestParam(required = false) @Nullable String q,
            @ModelAttribute PageRequest page) {
        return groups.list(brand, q, page);
    }

    /// Starts reading the groups, or gives the reading that is under way.
    @PostMapping("/groups/sync")
    Job syncGroups(@PathVariable Brand brand) {
        return jobs.find(sync.start(brand)).orElseThrow();
    }

    @GetMapping("/group-sends")
    Page<GroupSend> listGroupSends(@PathVariable Brand brand, @ModelAttribute PageRequest page) {
        return list.list(brand, page);
    }

    @PostMapping("/group-sends")
    GroupSend createGroupSend(@PathVariable Brand brand, @RequestBody NewGroupSend send) {
        return list.get(brand, sends.create(brand, send));
    }

    @GetMapping("/group-sends/{id}")
    GroupSend getGroupSend(@PathVariable Brand brand, @PathVariable long id) {
        return list.get(brand, id);
    }

    @GetMapping("/group-sends/{id}/groups")
    Page<GroupSendRow> listGroupsOfSend(
            @PathVariable Brand brand, @PathVariable long id, @ModelAttribute PageRequest page, Locale locale) {
        return list.groups(brand, id, locale, page);
    }

    /// Whom it reached; who is in two groups counts once.
    @GetMapping("/group-sends/{id}/reach")
    GroupSendReach getGroupSendReach(@PathVariable Brand brand, @PathVariable long id) {
        return list.reach(brand, id);
    }

    @PostMapping("/group-sends/{id}/cancel")
    GroupSend cancelGroupSend(@PathVariable Brand brand, @PathVariable long id) {
        sends.cancel(brand, id);
        return list.get(brand, id);
    }
}
