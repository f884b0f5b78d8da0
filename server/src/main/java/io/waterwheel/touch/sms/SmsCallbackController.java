package io.waterwheel.touch.sms;

import io.swagger.v3.oas.annotations.Hidden;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where a provider brings receipts and replies. It is answered when they are on disk; what comes again changes
/// nothing.
@RestController
@RequestMapping("/callbacks/sms/{brand}")
@Hidden
class SmsCallbackController {

    private static final Logger log = LoggerFactory.getLogger(SmsCallbackController.class);
    private static final int MOST_BYTES = 1 << 20;

    private final SmsAccounts accounts;
    private final SmsReceipts receipts;
    private final SmsReplies replies;

    SmsCallbackController(SmsAccounts accounts, SmsReceipts receipts, SmsReplies replies) {
        this.accounts = accounts;
        this.receipts = receipts;
        this.replies = replies;
    }

    @PostMapping
    Map<String, Integer> receive(@PathVariable Brand brand, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Problem(KernelProblem.TOO_LARGE).with("limit", MOST_BYTES);
        }
        SmsAccount account = accounts.get(brand);
        SmsNews news;
        try {
            news = accounts.provider(account)
                    .news(account, name -> Objects.requireNonNullElse(request.getHeader(name), ""), body);
        } catch (Problem refused) {
            log.warn(
                    "sms.callback.refused brand={} code={}",
                    brand.key(),
                    refused.type().code());
            throw refused;
        }
        int added = receipts.put(brand, news.receipts());
        replies.take(brand, news.replies());
        return Map.of("receipts", added, "replies", news.replies().size());
    }
}
