package io.waterwheel.journey.course;

import io.waterwheel.journey.language.Branch;
import io.waterwheel.journey.language.ChangeTag;
import io.waterwheel.journey.language.Delay;
import io.waterwheel.journey.language.EnterJourney;
import io.waterwheel.journey.language.Giving;
import io.waterwheel.journey.language.Goal;
import io.waterwheel.journey.language.GuideWork;
import io.waterwheel.journey.language.Holdout;
import io.waterwheel.journey.language.JourneyDefinition;
import io.waterwheel.journey.language.Leave;
import io.waterwheel.journey.language.LocalClock;
import io.waterwheel.journey.language.Message;
import io.waterwheel.journey.language.Node;
import io.waterwheel.journey.language.Span;
import io.waterwheel.journey.language.SpanUnit;
import io.waterwheel.journey.language.Split;
import io.waterwheel.journey.language.Step;
import io.waterwheel.journey.language.UntilEvent;
import io.waterwheel.journey.language.UntilTime;
import io.waterwheel.journey.language.Webhook;
import io.waterwheel.kernel.StableShare;
import io.waterwheel.segment.language.Condition;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/// The table: what a signal does to somebody at a node.
///
/// | step | arrived | time came | answered |
/// |---|---|---|---|
/// | delay | stays until | goes `next` | – |
/// | untilTime | stays until | goes `next`; after a pause stays until the next such time | – |
/// | untilEvent | stays | goes `timeout` | goes `happened` |
/// | branch | goes the first case that holds, or `else` | – | – |
/// | split | goes the arm of their share | – | – |
/// | holdout | goes `next`, or stays as control | ends | – |
/// | message | asks, stays | goes `notSent` | goes `sent` or `notSent` |
/// | tag, webhook, enter | does it, goes `next` | – | – |
/// | task | asks the guide, stays | goes `overdue` | goes `done` |
/// | points, coupon | asks, stays | – | goes `given` or `notGiven` |
/// | exit | ends | – | – |
///
/// A node can be left by any of its exits when it is skipped: then too it is answered with that exit. `–` is
/// ignored.
public final class Transitions {

    private static final Span MESSAGE_USEFUL = new Span(1, SpanUnit.DAYS);

    /// A message that nobody tells anything of is given up, so that nobody waits for ever.
    private static final Span MESSAGE_GIVEN_UP = new Span(3, SpanUnit.DAYS);

    private final JourneyDefinition journey;
    private final Traveller who;
    private final Predicate<Condition> meets;

    /// @param meets whether the customer meets a condition now
    public Transitions(JourneyDefinition journey, Traveller who, Predicate<Condition> meets) {
        this.journey = journey;
        this.who = who;
        this.meets = meets;
    }

    public Next next(Node node, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.Arrived() -> arrived(node, now);
            case Signal.TimeCame(boolean shifted) -> timeCame(node, shifted, now);
            case Signal.Answered(String exit) ->
                node.step().exits().contains(exit) ? goes(node, exit) : new Next.Ignored();
        };
    }

    private Next arrived(Node node, Instant now) {
        return switch (node.step()) {
            case Delay(Span span) -> stays(Waiting.TIME, LocalClock.plus(now, span, who.zone()));
            case UntilTime(var time, var weekdays) ->
                stays(Waiting.TIME, LocalClock.next(now, time, weekdays, who.zone()));
            case UntilEvent wait -> stays(Waiting.EVENT, LocalClock.plus(now, wait.timeout(), who.zone()));
            case Branch(var cases) ->
                goes(
                        node,
                        cases.stream()
                                .filter(one -> meets.test(one.condition()))
                                .map(Branch.Case::exit)
                                .findFirst()
                                .orElse(Branch.ELSE));
            case Split split -> goes(node, split.exit(who.part(node.id()), StableShare.PARTS));
            case Holdout holdout ->
                holdout.keeps(who.part(node.id()), StableShare.PARTS)
                        ? stays(Waiting.CONTROL, comparedUntil(now))
                        : goes(node, Step.NEXT);
            case Message message -> {
                Instant useful = LocalClock.plus(now, MESSAGE_USEFUL, who.zone());
                yield new Next.Stays(
                        Waiting.MESSAGE,
                        LocalClock.plus(now, MESSAGE_GIVEN_UP, who.zone()),
                        List.of(new Effect.Ask(message, useful)));
            }
            case ChangeTag change -> goes(node, Step.NEXT, new Effect.Tag(change));
            case GuideWork work -> {
                Instant due = LocalClock.plus(now, work.deadline(), who.zone());
                yield new Next.Stays(Waiting.TASK, due, List.of(new Effect.Task(work, due)));
            }
            case Giving giving -> new Next.Stays(Waiting.GIFT, null, List.of(new Effect.Give(giving)));
            case Webhook webhook -> goes(node, Step.NEXT, new Effect.Tell(webhook));
            case EnterJourney other -> goes(node, Step.NEXT, new Effect.LetInto(other));
            case Leave _ -> new Next.Ends(EndReason.COMPLETED);
        };
    }

    private Next timeCame(Node node, boolean shifted, Instant now) {
        return switch (node.step()) {
            case Delay _ -> goes(node, Step.NEXT);
            case UntilTime _ -> shifted ? arrived(node, now) : goes(node, Step.NEXT);
            case UntilEvent _ -> goes(node, UntilEvent.TIMEOUT);
            case Message _ -> goes(node, Message.NOT_SENT);
            case GuideWork _ -> goes(node, GuideWork.OVERDUE);
            case Holdout _ -> new Next.Ends(EndReason.CONTROL);
            case Branch _, Split _, ChangeTag _, Giving _, Webhook _, EnterJourney _, Leave _ -> new Next.Ignored();
        };
    }

    /// As long as the goal can be reached.
    private Instant comparedUntil(Instant now) {
        Goal goal = journey.goal();
        Instant until = goal == null
                ? now
                : LocalClock.plus(who.enteredAt(), new Span(goal.withinDays(), SpanUnit.DAYS), who.zone());
        return until.isBefore(now) ? now : until;
    }

    private static Next stays(Waiting why, Instant until) {
        return new Next.Stays(why, until, List.of());
    }

    private static Next goes(Node node, String exit, Effect... effects) {
        String target = node.exits().get(exit);
        return target == null ? new Next.Ends(EndReason.COMPLETED) : new Next.Goes(exit, target, List.of(effects));
    }
}
