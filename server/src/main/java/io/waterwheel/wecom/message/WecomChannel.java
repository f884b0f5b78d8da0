package io.waterwheel.wecom.message;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.CallTrace;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.DeliveryReport;
import io.waterwheel.touch.PastCall;
import io.waterwheel.touch.Route;
import io.waterwheel.touch.Telling;
import io.waterwheel.touch.TextLimit;
import io.waterwheel.touch.Tracing;
import io.waterwheel.wecom.account.WecomAccounts;
import io.waterwheel.wecom.account.WecomCalls;
import io.waterwheel.wecom.account.WecomFailure;
import io.waterwheel.wecom.directory.Directory;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplateAddResult;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.springframework.stereotype.Component;

/// WeCom's mass message (企业群发, doc path/92135): a task that the guide confirms; results are pulled.
@Component
class WecomChannel implements Channel {

    private static final int MOST_CUSTOMERS = 10_000;
    private static final int MOST_TEXT = 4_000;

    /// Refusals of what was sent rather than of us: empty recipients, text too long, no such customer, no such
    /// guide.
    private static final Set<Integer> OF_THE_CALL = Set.of(41048, 45002, 40096, 40058, 40063, 60111, 84061, 41054);

    private final GuideRoutes routes;
    private final Directory directory;
    private final WecomAccounts accounts;
    private final WecomCalls calls;
    private final SentMessages sent;
    private final ChannelPromise promise;

    WecomChannel(
            GuideRoutes routes,
            Directory directory,
            WecomAccounts accounts,
            WecomCalls calls,
            SentMessages sent,
            WecomTiming timing) {
        this.routes = routes;
        this.directory = directory;
        this.accounts = accounts;
        this.calls = calls;
        this.sent = sent;
        this.promise = ChannelPromise.nothing(TextLimit.bytes(MOST_TEXT))
                .asked(Tracing.BY_LINK, timing.settle())
                .tells(Telling.EVERYBODY)
                .sharedBySender(MOST_CUSTOMERS);
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WECOM;
    }

    @Override
    public ChannelPromise promise() {
        return promise;
    }

    @Override
    public void ready(Brand brand) {
        accounts.get(brand);
    }

    @Override
    public Map<CustomerNo, Route> routes(Brand brand, Collection<CustomerNo> asked) {
        return routes.of(brand, asked);
    }

    @Override
    public Map<String, String> senderNames(Brand brand, Collection<String> senders) {
        return directory.names(brand, senders);
    }

    @Override
    public CallOutcome send(Brand brand, Call call) {
        Map<String, CustomerNo> byAddress = new HashMap<>();
        call.recipients().forEach(to -> byAddress.put(to.address(), to.customer()));
        Text text = new Text();
        text.setContent(call.text());
        WxCpMsgTemplate message = WxCpMsgTemplate.builder()
                .chatType("single")
                .externalUserid(call.recipients().stream().map(Call.To::address).toList())
                .sender(call.sender())
                .text(text)
                .build();
        try {
            WxCpMsgTemplateAddResult result = calls.tryAsk(
                    brand, wecom -> wecom.getExternalContactService().addMsgTemplate(message));
            Map<CustomerNo, String> refused = new HashMap<>();
            if (result.getFailList() != null) {
                result.getFailList().forEach(address -> {
                    CustomerNo customer = byAddress.get(address);
                    if (customer != null) {
                        refused.put(customer, "refused");
                    }
                });
            }
            return new CallOutcome.Accepted(result.getMsgId(), refused);
        } catch (WecomCalls.Failed failed) {
            return outcome(failed.failure());
        }
    }

    private static CallOutcome outcome(WecomFailure failure) {
        if (!failure.certain()) {
            return new CallOutcome.Unsure("connection-lost");
        }
        if (failure.passing()) {
            return new CallOutcome.Later(Duration.ZERO, failure.problem());
        }
        return OF_THE_CALL.contains(failure.errcode())
                ? new CallOutcome.Rejected("wecom-" + failure.errcode())
                : new CallOutcome.Blocked(failure.problem());
    }

    @Override
    public CallTrace trace(Brand brand, PastCall call) {
        return sent.trace(brand, call);
    }

    @Override
    public List<DeliveryReport> reports(Brand brand, PastCall call) {
        return sent.reports(brand, call);
    }

    @Override
    public void recall(Brand brand, PastCall call) {
        sent.recall(brand, call);
    }
}
