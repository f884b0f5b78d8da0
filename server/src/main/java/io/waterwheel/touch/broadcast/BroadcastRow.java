package io.waterwheel.touch.broadcast;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.generated.tables.records.BroadcastRecord;
import io.waterwheel.touch.template.NewTemplate;
import java.util.Objects;

/// A broadcast as the machinery sees it.
///
/// @param template as of planning; before that, empty texts
public record BroadcastRow(
        long id,
        BrandId brand,
        String name,
        long segment,
        long templateId,
        ChannelKind channel,
        Purpose purpose,
        double holdoutPercent,
        int priority,
        BroadcastState state,
        String salt,
        NewTemplate template) {

    static BroadcastRow of(BroadcastRecord row) {
        ChannelKind channel = ChannelKind.of(row.getChannel());
        return new BroadcastRow(
                row.getId(),
                new BrandId(row.getBrandId()),
                row.getName(),
                row.getSegmentId(),
                row.getTemplateId(),
                channel,
                Purpose.of(row.getPurpose()),
                row.getHoldoutPercent().doubleValue(),
                row.getPriority(),
                BroadcastState.of(row.getState()),
                row.getSalt(),
                new NewTemplate(
                        row.getTemplateName(),
                        channel,
                        row.getSubject(),
                        Objects.requireNonNullElse(row.getBody(), ""),
                        row.getLinkUrl()));
    }
}
