package io.waterwheel.touch.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.message.CustomerMessage;
import io.waterwheel.touch.message.MessageFigures;
import io.waterwheel.touch.message.MessageOverview;
import io.waterwheel.touch.message.WhyTrail;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}")
@Tag(name = "touch")
@PreAuthorize("hasRole('OPERATOR')")
class MessageController {

    private static final int MOST_DAYS = 366;

    private final WhyTrail trail;
    private final MessageOverview overview;

    MessageController(WhyTrail trail, MessageOverview overview) {
        this.trail = trail;
        this.overview = overview;
    }

    /// Every message and broadcast that concerned the customer, newest first, with why it did not reach them.
    @GetMapping("/customers/{no}/messages")
    Page<CustomerMessage> listCustomerMessages(
            @PathVariable Brand brand, @PathVariable int no, @ModelAttribute PageRequest page, Locale locale) {
        return trail.of(brand, new CustomerNo(no), page, locale);
    }

    /// What became of single messages by who asked, state and reason, and what waits and why.
    ///
    /// @param days of asking that are counted, 1 … 366
    @GetMapping("/messages/figures")
    MessageFigures getMessageFigures(
            @PathVariable Brand brand, @RequestParam(defaultValue = "7") int days, Locale locale) {
        if (days < 1 || days > MOST_DAYS) {
            throw new Problem(KernelProblem.INVALID).outside("/days", "range", 1, MOST_DAYS);
        }
        return overview.of(brand, days, locale);
    }
}
