package io.waterwheel.wecom.moment;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.wecom.account.WecomCalls;
import io.waterwheel.wecom.account.WecomCalls.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import me.chanjar.weixin.cp.bean.external.WxCpAddMomentTask;
import me.chanjar.weixin.cp.bean.external.WxCpGetMomentList;
import me.chanjar.weixin.cp.bean.external.WxCpGetMomentSendResult;
import me.chanjar.weixin.cp.bean.external.WxCpGetMomentTask;
import me.chanjar.weixin.cp.bean.external.WxCpGetMomentTaskResult;
import me.chanjar.weixin.cp.bean.external.moment.ExternalContactList;
import me.chanjar.weixin.cp.bean.external.moment.SenderList;
import me.chanjar.weixin.cp.bean.external.moment.VisibleRange;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.springframework.stereotype.Component;

/// WeCom's moments (企业发表到客户朋友圈, doc path/95094 and path/93333), which guides publish.
@Component
class MomentMessages {

    private static final int LIST_PAGE = 100;
    private static final int GUIDE_PAGE = 1_000;
    private static final int CUSTOMER_PAGE = 5_000;
    private static final int BY_THE_CORP = 0;
    private static final String PUBLISHED = "1";

    /// WeCom's clock and ours may differ, and a job takes a while.
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final WecomCalls calls;
    private final Customers customers;
    private final MomentSteps steps;

    MomentMessages(WecomCalls calls, Customers customers, MomentSteps steps) {
        this.calls = calls;
        this.customers = customers;
        this.steps = steps;
    }

    /// @return the job that makes it
    String add(Brand brand, MomentSteps.Due moment, List<String> guides) throws Failed {
        Text text = new Text();
        text.setContent(moment.words());
        SenderList senders = new SenderList();
        senders.setUserList(guides);
        VisibleRange range = new VisibleRange();
        range.setSenderList(senders);
        if (!moment.tags().isEmpty()) {
            ExternalContactList customers = new ExternalContactList();
            customers.setTagList(moment.tags());
            range.setExternalContactList(customers);
        }
        WxCpAddMomentTask task =
                WxCpAddMomentTask.builder().visibleRange(range).text(text).build();
        return calls.tryAsk(brand, wecom -> wecom.getExternalContactService().addMomentTask(task))
                .getJobId();
    }

    WxCpGetMomentTaskResult result(Brand brand, String jobId) throws Failed {
        return calls.tryAsk(brand, wecom -> wecom.getExternalContactService().getMomentTaskResult(jobId));
    }

    /// Looks for the moment of a call whose answer was lost: created about then with these words for some of
    /// these guides, and known to be no other.
    Optional<String> trace(Brand brand, MomentSteps.Due moment, List<String> guides) throws Failed {
        Instant calledAt = Objects.requireNonNull(moment.calledAt());
        long from = calledAt.minus(MARGIN).getEpochSecond();
        long to = calledAt.plus(MARGIN).getEpochSecond();
        String cursor = "";
        do {
            String page = cursor;
            WxCpGetMomentList list = calls.tryAsk(
                    brand,
                    wecom -> wecom.getExternalContactService()
                            .getMomentList(from, to, null, BY_THE_CORP, page, LIST_PAGE));
            for (var one : list.getMomentList()) {
                boolean sameWords = one.getText() != null
                        && moment.words().equals(one.getText().getContent());
                if (sameWords && !steps.known(brand, one.getMomentId())) {
                    Map<String, Boolean> parts = parts(brand, one.getMomentId());
                    if (!parts.isEmpty() && new HashSet<>(guides).containsAll(parts.keySet())) {
                        return Optional.of(one.getMomentId());
                    }
                }
            }
            cursor = Objects.requireNonNullElse(list.getNextCursor(), "");
        } while (!cursor.isEmpty());
        return Optional.empty();
    }

    /// By guide, whether it was published; who is left out was not asked.
    Map<String, Boolean> parts(Brand brand, String momentId) throws Failed {
        Map<String, Boolean> parts = new HashMap<>();
        String cursor = "";
        do {
            String page = cursor;
            WxCpGetMomentTask tasks = calls.tryAsk(
                    brand, wecom -> wecom.getExternalContactService().getMomentTask(momentId, page, GUIDE_PAGE));
            tasks.getTaskList().forEach(task -> parts.put(task.getUserId(), PUBLISHED.equals(task.getPublishStatus())));
            cursor = Objects.requireNonNullElse(tasks.getNextCursor(), "");
        } while (!cursor.isEmpty());
        return parts;
    }

    /// Who can see what a guide published, except those who asked to be forgotten: WeCom still knows them, we
    /// do not.
    List<String> people(Brand brand, String momentId, String guide) throws Failed {
        List<String> people = new ArrayList<>();
        String cursor = "";
        do {
            String page = cursor;
            WxCpGetMomentSendResult result = calls.tryAsk(
                    brand,
                    wecom -> wecom.getExternalContactService()
                            .getMomentSendResult(momentId, guide, page, CUSTOMER_PAGE));
            result.getCustomerList().forEach(one -> people.add(one.getExternalUserId()));
            cursor = Objects.requireNonNullElse(result.getNextCursor(), "");
        } while (!cursor.isEmpty());
        customers
                .erased(
                        brand.id(),
                        people.stream()
                                .map(person -> new Identifier(IdentifierKind.EXTERNAL_USERID, person))
                                .toList())
                .keySet()
                .forEach(gone -> people.remove(gone.value()));
        return people;
    }

    /// What nobody has published yet is not published any more.
    void cancel(Brand brand, String momentId) throws Failed {
        calls.tryAsk(brand, wecom -> wecom.getExternalContactService().cancelMomentTask(momentId));
    }
}
