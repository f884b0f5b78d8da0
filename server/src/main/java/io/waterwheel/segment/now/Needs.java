package io.waterwheel.segment.now;

import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.PresentCustomer.Stretch;
import io.waterwheel.segment.engine.Moment;
import io.waterwheel.segment.language.AiplCondition;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.AnniversaryCondition;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.CustomAttribute;
import io.waterwheel.segment.language.EventFilter;
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
import io.waterwheel.segment.language.StandardAttribute;
import io.waterwheel.segment.language.TagCondition;
import io.waterwheel.segment.language.TouchpointCondition;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Goes through definitions before anything is read and notes which parts of a customer they ask about, so that one
/// statement can fetch these and no others.
final class Needs {

    private final Moment moment;
    private final Referred referred;
    private boolean described;
    private boolean reach;
    private boolean friends;
    private boolean sold;
    private boolean tags;
    private @Nullable Stretch purchases;
    private @Nullable Stretch happened;
    private final Set<String> names = new HashSet<>();
    private final Set<String> told = new HashSet<>();

    Needs(Moment moment, Referred referred) {
        this.moment = moment;
        this.referred = referred;
    }

    PresentCustomer.Parts of(Collection<Condition> definitions) {
        definitions.forEach(this::note);
        return new PresentCustomer.Parts(
                described,
                reach,
                friends,
                tags,
                purchases == null
                        ? null
                        : new PresentCustomer.Purchases(purchases, sold, PresentCustomer.Purchases.ALL),
                events());
    }

    private void note(Condition condition) {
        switch (condition) {
            case And and -> and.conditions().forEach(this::note);
            case Or or -> or.conditions().forEach(this::note);
            case Not not -> note(not.condition());
            case SegmentCondition reference ->
                referred.into(reference, definition -> {
                    note(definition);
                    return true;
                });
            case AttributeCondition asked -> attribute(asked.subject());
            case AnniversaryCondition asked -> attribute(asked.subject());
            case TagCondition _ -> tags = true;
            case OrdersCondition asked -> {
                purchases(OrdersNow.stretch(asked, moment));
                sold |= OrdersNow.asksWhatWasSold(asked);
            }
            case AiplCondition asked -> {
                purchases(Windows.of(asked.window(), moment));
                events(Set.of(AiplCondition.REVIEW), Windows.of(asked.window(), moment));
                events(AiplCondition.INTERACTIONS, Windows.of(asked.lately(), moment));
            }
            case EventsCondition asked -> {
                Stretch window = Windows.of(asked.window(), moment);
                events(asked.events(), window);
                if (asked.property() != null) {
                    told.add(asked.event());
                }
            }
            case SequenceCondition asked -> {
                Stretch stretch = BehaviourNow.stretch(asked, moment);
                asked.steps().forEach(step -> events(step, stretch));
                if (asked.without() != null) {
                    events(asked.without(), stretch);
                }
            }
            case LifecycleCondition asked -> {
                if (asked.cycleDays() != null) {
                    purchases(Stretch.ALWAYS);
                }
            }
            case ListCondition _, ShareCondition _ -> {
                // the number is enough
            }
            case RfmCondition _ -> {
                // a place among the others, whom nothing of this customer tells of
            }
            case TouchpointCondition asked -> {
                reach = true;
                friends |= !asked.friendsOf().isEmpty();
            }
        }
    }

    private void attribute(Attribute attribute) {
        switch (attribute) {
            case CustomAttribute _ -> described = true;
            case StandardAttribute standard -> {
                switch (standard) {
                    case CITY, PROVINCE, GENDER, BIRTHDAY -> described = true;
                    case REACHABLE_BY_WECOM, REACHABLE_BY_EMAIL -> reach = true;
                    case MEMBER_SINCE, FIRST_SEEN_AT, LAST_SEEN_AT -> {
                        // always there
                    }
                }
            }
        }
    }

    private PresentCustomer.@Nullable Events events() {
        return happened == null ? null : new PresentCustomer.Events(Set.copyOf(names), Set.copyOf(told), happened);
    }

    private void events(EventFilter some, Stretch stretch) {
        events(Set.of(some.event()), stretch);
        if (!some.where().isEmpty()) {
            told.add(some.event());
        }
    }

    private void events(Set<String> some, Stretch stretch) {
        names.addAll(some);
        happened = happened == null ? stretch : happened.with(stretch);
    }

    private void purchases(Stretch stretch) {
        purchases = purchases == null ? stretch : purchases.with(stretch);
    }
}
