package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;

/// One question about a customer, answered yes or no. A definition is a tree of these.
///
/// The meaning is written down in `docs/segment-language.md`; equal meaning of two trees is found by [Canonical].
/// From a request it is read by [DefinitionReader], which says where it is wrong; what was stored is read by
/// Jackson.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = And.class, name = "and"),
    @JsonSubTypes.Type(value = Or.class, name = "or"),
    @JsonSubTypes.Type(value = Not.class, name = "not"),
    @JsonSubTypes.Type(value = AttributeCondition.class, name = "attribute"),
    @JsonSubTypes.Type(value = AnniversaryCondition.class, name = "anniversary"),
    @JsonSubTypes.Type(value = TagCondition.class, name = "tag"),
    @JsonSubTypes.Type(value = OrdersCondition.class, name = "orders"),
    @JsonSubTypes.Type(value = TouchpointCondition.class, name = "touchpoint"),
    @JsonSubTypes.Type(value = RfmCondition.class, name = "rfm"),
    @JsonSubTypes.Type(value = LifecycleCondition.class, name = "lifecycle"),
    @JsonSubTypes.Type(value = AiplCondition.class, name = "aipl"),
    @JsonSubTypes.Type(value = SegmentCondition.class, name = "segment"),
    @JsonSubTypes.Type(value = EventsCondition.class, name = "events"),
    @JsonSubTypes.Type(value = SequenceCondition.class, name = "sequence"),
    @JsonSubTypes.Type(value = ListCondition.class, name = "list"),
    @JsonSubTypes.Type(value = ShareCondition.class, name = "share")
})
@Schema(
        name = "Condition",
        oneOf = {
            And.class,
            Or.class,
            Not.class,
            AttributeCondition.class,
            AnniversaryCondition.class,
            TagCondition.class,
            OrdersCondition.class,
            TouchpointCondition.class,
            RfmCondition.class,
            LifecycleCondition.class,
            AiplCondition.class,
            SegmentCondition.class,
            EventsCondition.class,
            SequenceCondition.class,
            ListCondition.class,
            ShareCondition.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "and", schema = And.class),
            @DiscriminatorMapping(value = "or", schema = Or.class),
            @DiscriminatorMapping(value = "not", schema = Not.class),
            @DiscriminatorMapping(value = "attribute", schema = AttributeCondition.class),
            @DiscriminatorMapping(value = "anniversary", schema = AnniversaryCondition.class),
            @DiscriminatorMapping(value = "tag", schema = TagCondition.class),
            @DiscriminatorMapping(value = "orders", schema = OrdersCondition.class),
            @DiscriminatorMapping(value = "touchpoint", schema = TouchpointCondition.class),
            @DiscriminatorMapping(value = "rfm", schema = RfmCondition.class),
            @DiscriminatorMapping(value = "lifecycle", schema = LifecycleCondition.class),
            @DiscriminatorMapping(value = "aipl", schema = AiplCondition.class),
            @DiscriminatorMapping(value = "segment", schema = SegmentCondition.class),
            @DiscriminatorMapping(value = "events", schema = EventsCondition.class),
            @DiscriminatorMapping(value = "sequence", schema = SequenceCondition.class),
            @DiscriminatorMapping(value = "list", schema = ListCondition.class),
            @DiscriminatorMapping(value = "share", schema = ShareCondition.class)
        })
public sealed interface Condition
        permits And,
                Or,
                Not,
                AttributeCondition,
                AnniversaryCondition,
                TagCondition,
                OrdersCondition,
                TouchpointCondition,
                RfmCondition,
                LifecycleCondition,
                AiplCondition,
                SegmentCondition,
                EventsCondition,
                SequenceCondition,
                ListCondition,
                ShareCondition {}
