package io.waterwheel.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.exchange.webhook.DeadLetter;
import io.waterwheel.exchange.webhook.IssuedSecret;
import io.waterwheel.exchange.webhook.Webhook;
import io.waterwheel.exchange.webhook.WebhookSettings;
import io.waterwheel.exchange.webhook.WebhookTest;
import io.waterwheel.exchange.webhook.Webhooks;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where data goes is for administrators to say; operators see it and look after what got stuck.
@RestController
@RequestMapping("/api/brands/{brand}/webhooks")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "exchange")
class WebhookController {

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    List<Webhook> listWebhooks(@PathVariable Brand brand) {
        return webhooks.of(brand);
    }

    @PostMapping
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Makes a webhook; its secret is in this answer and nowhere else")
    IssuedSecret createWebhook(@PathVariable Brand brand, @RequestBody WebhookSettings settings) {
        return webhooks.create(brand, settings);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('ADMIN')")
    Webhook updateWebhook(@PathVariable Brand brand, @PathVariable long id, @RequestBody WebhookSettings settings) {
        return webhooks.change(brand, id, settings);
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteWebhook(@PathVariable Brand brand, @PathVariable long id) {
        webhooks.remove(brand, id);
    }

    @PostMapping("/{id}/secret")
    @PreAuthorize("hasRole('ADMIN')")
    IssuedSecret renewWebhookSecret(@PathVariable Brand brand, @PathVariable long id) {
        return webhooks.renewSecret(brand, id);
    }

    @PostMapping("/{id}/pause")
    Webhook pauseWebhook(@PathVariable Brand brand, @PathVariable long id) {
        return webhooks.pause(brand, id);
    }

    @PostMapping("/{id}/resume")
    Webhook resumeWebhook(@PathVariable Brand brand, @PathVariable long id) {
        return webhooks.resume(brand, id);
    }

    @PostMapping("/{id}/test")
    WebhookTest testWebhook(@PathVariable Brand brand, @PathVariable long id) {
        return webhooks.test(brand, id);
    }

    @PostMapping("/{id}/skip")
    @Operation(summary = "Puts the event that cannot be delivered aside, so that the next has its turn")
    Webhook skipWebhookEvent(@PathVariable Brand brand, @PathVariable long id) {
        return webhooks.skip(brand, id);
    }

    @GetMapping("/{id}/dead-letters")
    Page<DeadLetter> listDeadLetters(
            @PathVariable Brand brand, @PathVariable long id, @ModelAttribute PageRequest page) {
        return webhooks.deadLetters(brand, id, page);
    }

    @PostMapping("/{id}/dead-letters/replay")
    AffectedDeadLetters replayDeadLetters(
            @PathVariable Brand brand, @PathVariable long id, @RequestBody ChosenDeadLetters chosen) {
        return new AffectedDeadLetters(webhooks.replay(brand, id, chosen.ids()));
    }

    @PostMapping("/{id}/dead-letters/discard")
    AffectedDeadLetters discardDeadLetters(
            @PathVariable Brand brand, @PathVariable long id, @RequestBody ChosenDeadLetters chosen) {
        return new AffectedDeadLetters(webhooks.discard(brand, id, chosen.ids()));
    }
}
