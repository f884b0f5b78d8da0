package io.waterwheel.journey.language;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// What happens at a node. A closed set: a new one breaks the build wherever it must be handled.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = UntilTime.class, name = "untilTime"),
    @JsonSubTypes.Type(value = UntilEvent.class, name = "untilEvent"),
    @JsonSubTypes.Type(value = Branch.class, name = "branch"),
    @JsonSubTypes.Type(value = Split.class, name = "split"),
    @JsonSubTypes.Type(value = Holdout.class, name = "holdout"),
    @JsonSubTypes.Type(value = Message.class, name = "message"),
    @JsonSubTypes.Type(value = ChangeTag.class, name = "tag"),
    @JsonSubTypes.Type(value = GuideWork.class, name = "task"),
    @JsonSubTypes.Type(value = GivePoints.class, name = "points"),
    @JsonSubTypes.Type(value = GiveCoupon.class, name = "coupon"),
    @JsonSubTypes.Type(value = Webhook.class, name = "webhook"),
    @JsonSubTypes.Type(value = EnterJourney.class, name = "enter"),
    @JsonSubTypes.Type(value = Leave.class, name = "exit")
})
@Schema(
        name = "JourneyStep",
        oneOf = {
            Delay.class,
            UntilTime.class,
            UntilEvent.class,
            Branch.class,
            Split.class,
            Holdout.class,
            Message.class,
            ChangeTag.class,
            GuideWork.class,
            GivePoints.class,
            GiveCoupon.class,
            Webhook.class,
            EnterJourney.class,
            Leave.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "delay", schema = Delay.class),
            @DiscriminatorMapping(value = "untilTime", schema = UntilTime.class),
            @DiscriminatorMapping(value = "untilEvent", schema = UntilEvent.class),
            @DiscriminatorMapping(value = "branch", schema = Branch.class),
            @DiscriminatorMapping(value = "split", schema = Split.class),
            @DiscriminatorMapping(value = "holdout", schema = Holdout.class),
            @DiscriminatorMapping(value = "message", schema = Message.class),
            @DiscriminatorMapping(value = "tag", schema = ChangeTag.class),
            @DiscriminatorMapping(value = "task", schema = GuideWork.class),
            @DiscriminatorMapping(value = "points", schema = GivePoints.class),
            @DiscriminatorMapping(value = "coupon", schema = GiveCoupon.class),
            @DiscriminatorMapping(value = "webhook", schema = Webhook.class),
            @DiscriminatorMapping(value = "enter", schema = EnterJourney.class),
            @DiscriminatorMapping(value = "exit", schema = Leave.class)
        })
public sealed interface Step
        permits Delay,
                UntilTime,
                UntilEvent,
                Branch,
                Split,
                Holdout,
                Message,
                ChangeTag,
                GuideWork,
                Giving,
                Webhook,
                EnterJourney,
                Leave {

    /// The only exit of steps that have one.
    String NEXT = "next";

    /// The ways out, each of which must lead to a node; the last is taken when a person skips the node.
    List<String> exits();

    /// Whether time passes here, so that a loop through it is not endless at once.
    boolean waits();
}
