package io.waterwheel.journey.saved;

import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagUse;
import io.waterwheel.journey.language.Branch;
import io.waterwheel.journey.language.ChangeTag;
import io.waterwheel.journey.language.ConditionGoal;
import io.waterwheel.journey.language.ExitOnCondition;
import io.waterwheel.journey.language.JourneyDefinition;
import io.waterwheel.journey.language.Node;
import io.waterwheel.journey.language.OnDay;
import io.waterwheel.journey.language.OnEvent;
import io.waterwheel.journey.language.OnRequest;
import io.waterwheel.journey.language.OnSchedule;
import io.waterwheel.journey.language.OnSegment;
import io.waterwheel.segment.CustomerQuestions;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.ListUse;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentUse;
import io.waterwheel.segment.language.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Journeys that run stand on the segments, tags and lists their versions refer to: under somebody who is
/// inside nothing is deleted.
@Component
class JourneyUses implements SegmentUse, TagUse, ListUse {

    private static final String KIND = "journey";

    private final DSLContext database;
    private final FollowedJourneys journeys;
    private final CustomerQuestions questions;

    JourneyUses(DSLContext database, FollowedJourneys journeys, CustomerQuestions questions) {
        this.database = database;
        this.journeys = journeys;
        this.questions = questions;
    }

    @Override
    public List<String> of(Brand brand, SegmentId segment) {
        String id = segment.toString();
        return those(
                brand,
                journey -> switch (journey.trigger()) {
                            case OnSegment(String asked, boolean _) -> asked.equals(id);
                            case OnSchedule schedule -> schedule.segment().equals(id);
                            case OnEvent _, OnDay _, OnRequest _ -> false;
                        }
                        || asks(
                                journey,
                                condition ->
                                        questions.referred(condition).segments().contains(id)));
    }

    @Override
    public List<String> of(Brand brand, TagId tag) {
        String id = tag.toString();
        return those(
                brand,
                journey -> journey.nodes().stream()
                                .anyMatch(node -> node.step() instanceof ChangeTag change
                                        && change.tag().equals(id))
                        || asks(
                                journey,
                                condition ->
                                        questions.referred(condition).tags().contains(id)));
    }

    @Override
    public List<String> of(Brand brand, ListId list) {
        String id = list.toString();
        return those(
                brand,
                journey -> asks(
                        journey,
                        condition -> questions.referred(condition).lists().contains(id)));
    }

    @Override
    public Optional<String> name(Brand brand, String user) {
        return SegmentUse.id(user, KIND)
                .flatMap(id -> database.select(SAVED_JOURNEY.NAME)
                        .from(SAVED_JOURNEY)
                        .where(SAVED_JOURNEY.ID.eq(Long.parseLong(id)))
                        .and(SAVED_JOURNEY.BRAND_ID.eq(brand.id().value()))
                        .fetchOptional(SAVED_JOURNEY.NAME));
    }

    private List<String> those(Brand brand, Predicate<JourneyDefinition> referring) {
        List<String> users = new ArrayList<>();
        for (FollowedJourney journey : journeys.all(database)) {
            if (journey.brand().id().equals(brand.id()) && journey.state() != JourneyState.STOPPED) {
                for (int version = 1; version <= journey.version(); version++) {
                    if (referring.test(journeys.version(journey.id(), version).definition())) {
                        users.add(KIND + "/" + journey.id());
                        break;
                    }
                }
            }
        }
        return users;
    }

    private static boolean asks(JourneyDefinition journey, Predicate<Condition> referring) {
        return journey.goal() instanceof ConditionGoal goal && referring.test(goal.condition())
                || journey.exitRules().stream()
                        .anyMatch(rule ->
                                rule instanceof ExitOnCondition(Condition condition) && referring.test(condition))
                || journey.nodes().stream()
                        .map(Node::step)
                        .anyMatch(step -> step instanceof Branch(List<Branch.Case> cases)
                                && cases.stream().anyMatch(one -> referring.test(one.condition())));
    }
}
