package io.waterwheel.touch.broadcast;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.Outreach;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.template.NewTemplate;
import io.waterwheel.touch.template.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Does for other modules what the console does for people.
@Component
class BroadcastDesk implements Outreach {

    private final Templates templates;
    private final BroadcastControl control;
    private final BroadcastApproval approval;
    private final BroadcastRows rows;

    BroadcastDesk(Templates templates, BroadcastControl control, BroadcastApproval approval, BroadcastRows rows) {
        this.templates = templates;
        this.control = control;
        this.approval = approval;
        this.rows = rows;
    }

    @Override
    public long write(
            Brand brand,
            String name,
            ChannelKind channel,
            @Nullable String subject,
            String body,
            @Nullable String linkUrl) {
        NewTemplate template = new NewTemplate(name, channel, subject, body, linkUrl);
        return Long.parseLong(templates.create(brand, template).id());
    }

    @Override
    public BroadcastId draft(
            Brand brand, String name, SegmentId segment, long template, double holdoutPercent, int windowDays) {
        return control.create(
                brand,
                new NewBroadcast(
                        name,
                        segment.toString(),
                        Long.toString(template),
                        Purpose.MARKETING,
                        holdoutPercent,
                        windowDays));
    }

    @Override
    public Standing advance(Brand brand, BroadcastId id) {
        return switch (rows.get(brand, id).state()) {
            case DRAFT -> {
                control.plan(brand, id);
                yield Standing.PREPARING;
            }
            case PLANNING -> Standing.PREPARING;
            case PLANNED -> {
                if (approval.needed(brand, id)) {
                    approval.ask(brand, id);
                    yield Standing.STOPPED;
                }
                control.start(brand, id);
                yield Standing.STARTED;
            }
            case APPROVED -> {
                control.start(brand, id);
                yield Standing.STARTED;
            }
            case SENDING, DONE -> Standing.STARTED;
            case AWAITING, REFUSED, PAUSED, CANCELLED, FAILED -> Standing.STOPPED;
        };
    }
}
