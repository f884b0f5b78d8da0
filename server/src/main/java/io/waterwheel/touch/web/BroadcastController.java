package io.waterwheel.touch.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.broadcast.Approval;
import io.waterwheel.touch.broadcast.Broadcast;
import io.waterwheel.touch.broadcast.BroadcastApproval;
import io.waterwheel.touch.broadcast.BroadcastControl;
import io.waterwheel.touch.broadcast.BroadcastList;
import io.waterwheel.touch.broadcast.NewBroadcast;
import io.waterwheel.touch.broadcast.RecipientList;
import io.waterwheel.touch.broadcast.RecipientRow;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/broadcasts")
@Tag(name = "touch")
@PreAuthorize("hasRole('OPERATOR')")
class BroadcastController {

    private final BroadcastControl control;
    private final BroadcastApproval approval;
    private final BroadcastList broadcasts;
    private final RecipientList recipients;

    BroadcastController(
            BroadcastControl control, BroadcastApproval approval, BroadcastList broadcasts, RecipientList recipients) {
        this.control = control;
        this.approval = approval;
        this.broadcasts = broadcasts;
        this.recipients = recipients;
    }

    @GetMapping
    Page<Broadcast> listBroadcasts(@PathVariable Brand brand, @ModelAttribute PageRequest page, Locale locale) {
        return broadcasts.list(brand, page, locale);
    }

    @PostMapping
    Broadcast createBroadcast(@PathVariable Brand brand, @RequestBody NewBroadcast broadcast, Locale locale) {
        return broadcasts.get(brand, control.create(brand, broadcast), locale);
    }

    @GetMapping("/{id}")
    Broadcast getBroadcast(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        return broadcasts.get(brand, new BroadcastId(id), locale);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteBroadcast(@PathVariable Brand brand, @PathVariable long id) {
        control.delete(brand, new BroadcastId(id));
    }

    @PostMapping("/{id}/plan")
    Broadcast planBroadcast(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        control.plan(brand, new BroadcastId(id));
        return broadcasts.get(brand, new BroadcastId(id), locale);
    }

    @PostMapping("/{id}/start")
    Broadcast startBroadcast(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        control.start(brand, new BroadcastId(id));
        return broadcasts.get(brand, new BroadcastId(id), locale);
    }

    /// Asks a second person to approve the plan.
    @PostMapping("/{id}/ask-approval")
    Broadcast askBroadcastApproval(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        approval.ask(brand, new BroadcastId(id));
        return broadcasts.get(brand, new BroadcastId(id), locale);
    }

    /// For somebody who neither planned it nor asked.
    @PostMapping("/{id}/approve")
    Broadcast approveBroadcast(
            @PathVariable Brand brand, @PathVariable long id, @RequestBody Approval.Approve decision, Locale locale) {
        approval.approve(brand, new BroadcastId(id), decision);
        return broadcasts.get(brand, new BroadcastId(id), locale);
    }

    /// For somebody who neither planned it nor asked; takes an approval back too, before the start.
    @PostMapping("/{id}/refuse")
    Broadcast refuseBroadcast(
            @PathVariable Brand brand, @PathVariable long id, @RequestBody Approval.Refuse decision, Locale locale) {
        approval.refuse(brand, new BroadcastId(id), decision);
        return broadcasts.get(brand, new BroadcastId(id), locale);
    }

    @PostMapping("/{id}/pause")
    Broadcast pauseBroadcast(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        control.pause(brand, new BroadcastId(id));
        return broadcasts.get(brand, new BroadcastId(id), locale);
    }

    @PostMapping("/{id}/resume")
    Broadcast resumeBroadcast(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        control.resume(brand, new BroadcastId(id));
        return broadcasts.get(brand, new BroadcastId(id), locale);
    }

    @PostMapping("/{id}/cancel")
    Broadcast cancelBroadcast(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        control.cancel(brand, new BroadcastId(id));
        return broadcasts.get(brand, new BroadcastId(id), locale);
    }

    /// @param state a recipient's state, or holdout, suppressed, clicked; all recipients without it
    @GetMapping("/{id}/recipients")
    Page<RecipientRow> listRecipients(
            @PathVariable Brand brand,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String state,
            @ModelAttribute PageRequest page) {
        return recipients.list(brand, new BroadcastId(id), state, page);
    }
}
