package io.waterwheel.wecom.message;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.CallTrace;
import io.waterwheel.touch.DeliveryReport;
import io.waterwheel.touch.PastCall;
import io.waterwheel.wecom.account.WecomCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgListResult;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgSendResult;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgSendResult.ExternalContactGroupMsgSendInfo;
import org.springframework.stereotype.Component;

/// What WeCom knows of mass messages that were created (doc path/93338).
@Component
class SentMessages {

    private static final int LIST_PAGE = 100;
    private static final int RESULT_PAGE = 1_000;
    private static final int BY_THE_CORP = 0;

    /// WeCom's clock and ours may differ.
    private static final Duration MARGIN = Duration.ofHours(1);

    /// A day too early or too late, or in local time.
    private static final Duration WRONG_CLOCK = Duration.ofHours(26);

    /// Where a corp creates more in two days, nobody can be sure, and it is not made again.
    private static final int MOST_PAGES = 100;

    private final WecomCalls calls;
    private final InstantSource clock;

    SentMessages(WecomCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /// Looks through everything the corp created around the call for the short link that only its text has. Before it
    /// is taken as absent, and so made again, it is looked for as if our clock had been wrong by up to a day.
    CallTrace trace(Brand brand, PastCall call) {
        String mark = call.mark();
        if (mark == null) {
            return new CallTrace.NotKnown();
        }
        try {
            CallTrace near = look(brand, mark, call.calledAt(), MARGIN, Integer.MAX_VALUE);
            return near instanceof CallTrace.Absent
                    ? look(brand, mark, call.calledAt(), WRONG_CLOCK, MOST_PAGES)
                    : near;
        } catch (WecomCalls.Failed failed) {
            return new CallTrace.Later(failed.failure().problem());
        }
    }

    private CallTrace look(Brand brand, String mark, Instant calledAt, Duration margin, int mostPages)
            throws WecomCalls.Failed {
        Date from = Date.from(calledAt.minus(margin));
        Date to = Date.from(latest(calledAt, clock.instant().plus(margin)));
        String cursor = "";
        int pages = 0;
        do {
            if (pages++ == mostPages) {
                return new CallTrace.NotKnown();
            }
            String page = cursor;
            WxCpGroupMsgListResult result = calls.tryAsk(
                    brand,
                    wecom -> wecom.getExternalContactService()
                            .getGroupMsgListV2("single", from, to, null, BY_THE_CORP, LIST_PAGE, page));
            for (var message : result.getGroupMsgList()) {
                if (message.getText() != null
                        && String.valueOf(message.getText().getContent()).contains(mark)) {
                    return new CallTrace.Found(message.getMsgId());
                }
            }
            cursor = Objects.requireNonNullElse(result.getNextCursor(), "");
        } while (!cursor.isEmpty());
        return new CallTrace.Absent();
    }

    /// At most a month may be asked for at once.
    private static Instant latest(Instant calledAt, Instant wanted) {
        Instant most = calledAt.plus(Duration.ofDays(28));
        return wanted.isAfter(most) ? most : wanted;
    }

    /// @throws Problem when WeCom does not answer
    List<DeliveryReport> reports(Brand brand, PastCall call) {
        List<DeliveryReport> reports = new ArrayList<>();
        String cursor = "";
        do {
            String page = cursor;
            WxCpGroupMsgSendResult result = calls.ask(
                    brand,
                    wecom -> wecom.getExternalContactService()
                            .getGroupMsgSendResult(call.messageKey(), call.sender(), RESULT_PAGE, page));
            result.getSendList().forEach(one -> reports.add(report(one)));
            cursor = Objects.requireNonNullElse(result.getNextCursor(), "");
        } while (!cursor.isEmpty());
        return reports;
    }

    private DeliveryReport report(ExternalContactGroupMsgSendInfo one) {
        int status = Objects.requireNonNullElse(one.getStatus(), 0);
        String address = one.getExternalUserId();
        return switch (status) {
            case 1 ->
                new DeliveryReport.Delivered(
                        address,
                        one.getSendTime() == null ? clock.instant() : Instant.ofEpochSecond(one.getSendTime()));
            case 2 -> new DeliveryReport.Failed(address, "not-a-friend");
            case 3 -> new DeliveryReport.Failed(address, "limit-reached");
            default -> new DeliveryReport.Waiting(address);
        };
    }

    void recall(Brand brand, PastCall call) {
        calls.ask(brand, wecom -> wecom.getExternalContactService().cancelGroupMsgSend(call.messageKey()));
    }
}
