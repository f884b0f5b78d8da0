package io.waterwheel.segment.now;

import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.segment.engine.Moment;
import io.waterwheel.segment.language.AiplCondition;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.AnniversaryCondition;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.EventsCondition;
import io.waterwheel.segment.language.LifecycleCondition;
import io.waterwheel.segment.language.ListCondition;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.Or;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.segment.language.RfmCondition;
import io.waterwheel.segment.language.SegmentCondition;
import io.waterwheel.segment.language.SequenceCondition;
import io.waterwheel.segment.language.ShareCondition;
import io.waterwheel.segment.language.TagCondition;
import io.waterwheel.segment.language.TouchpointCondition;
import java.util.function.Predicate;

/// Whether one customer meets conditions, each judged as it is written: no normal form, no set of others.
final class Judgement {

    private final PresentCustomer customer;
    private final Moment moment;
    private final Referred referred;
    private final Predicate<String> listed;
    private final Predicate<Condition> amongOthers;
    private final TheirEvents events;

    /// @param listed      whether the customer is on a static list
    /// @param amongOthers whether the customer is one of those who meet a condition that hangs on everybody
    Judgement(
            PresentCustomer customer,
            Moment moment,
            Referred referred,
            Predicate<String> listed,
            Predicate<Condition> amongOthers) {
        this.listed = listed;
        this.amongOthers = amongOthers;
        this.customer = customer;
        this.events = new TheirEvents(customer);
        this.moment = moment;
        this.referred = referred;
    }

    boolean meets(Condition condition) {
        return switch (condition) {
            case And and -> and.conditions().stream().allMatch(this::meets);
            case Or or -> or.conditions().stream().anyMatch(this::meets);
            case Not not -> !meets(not.condition());
            case SegmentCondition reference -> referred.into(reference, this::meets);
            case AttributeCondition asked -> AttributeNow.meets(asked, customer, moment);
            case AnniversaryCondition asked -> AnniversaryNow.meets(asked, customer, moment);
            case TagCondition asked -> TagNow.meets(asked, customer);
            case OrdersCondition asked -> OrdersNow.meets(asked, customer, moment);
            case EventsCondition asked -> BehaviourNow.meets(asked, events, moment);
            case SequenceCondition asked -> BehaviourNow.meets(asked, events, moment);
            case AiplCondition asked -> AiplNow.meets(asked, customer, moment);
            case LifecycleCondition asked ->
                asked.cycleDays() == null
                        ? amongOthers.test(asked)
                        : LifecycleNow.meets(asked, asked.cycleDays(), customer, moment);
            case RfmCondition asked -> amongOthers.test(asked);
            case ListCondition(String list) -> listed.test(list);
            case ShareCondition asked -> {
                int part = asked.division().part(customer.customer().value());
                yield part >= asked.from() && part < asked.to();
            }
            case TouchpointCondition asked -> TouchpointNow.meets(asked, customer);
        };
    }
}
