package io.waterwheel.loyalty.whatif;

import io.waterwheel.loyalty.earn.CountedRoom;
import io.waterwheel.loyalty.programme.EarnRule;
import io.waterwheel.segment.language.EventFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.roaringbitmap.RoaringBitmap;

/// One replay: the database reads, the processors take a block each.
///
/// Where a programme has a budget, only one block is replayed at a time, so that it is used up in the same
/// order each time: by customer number, not by time. The sum that is given is right, who gets it is not.
final class Replay {

    /// Also of rules that are for everybody, which ask nobody.
    private static final RoaringBitmap NOBODY = new RoaringBitmap();

    private final WhatIfQuestion question;
    private final WhatIfWindow window;
    private final Candidate today;
    private final Candidate draft;
    private final List<EventFilter> filters;
    private final Map<String, RoaringBitmap> audiences = new HashMap<>();
    private final LentTierSource lent;
    private final WhatIfReplays.Progress progress;

    Replay(
            WhatIfQuestion question,
            Function<String, RoaringBitmap> audience,
            LentTierSource lent,
            WhatIfReplays.Progress progress) {
        this.question = question;
        this.window = question.window();
        this.today = Candidate.of(window.brand(), question.today());
        this.draft = Candidate.of(window.brand(), question.draft());
        this.filters = Stream.concat(today.events(), draft.events()).distinct().toList();
        this.lent = lent;
        this.progress = progress;
        // Asked before the read begins: who is in a segment now.
        for (Candidate candidate : List.of(today, draft)) {
            for (EarnRule rule : candidate.definition().earn()) {
                if (rule.segment() != null) {
                    audiences.computeIfAbsent(rule.segment(), audience);
                }
            }
        }
    }

    /// @param movers who stands where
    record Replayed(WhatIfAnswer answer, Movers movers) {}

    Replayed run(DSLContext context) {
        PastSweep sweep = new PastSweep(context, window, List.of(today, draft), filters);
        SoldNumbers sold = SoldNumbers.of(
                context,
                window.brand().id().value(),
                Stream.concat(today.sold(), draft.sold()).toList());
        PastTables tables = new PastTables(context);
        List<String> tiers = tables.lent(window.brand(), lent);
        if (!filters.isEmpty()) {
            tables.events(filters, sweep.inWindow());
        }
        int[][] places = {
            tiers.stream().mapToInt(today::tier).toArray(),
            tiers.stream().mapToInt(draft::tier).toArray()
        };
        int many = today.budgeted() || draft.budgeted()
                ? 1
                : Math.max(1, Runtime.getRuntime().availableProcessors());
        List<BlockReplay> replays =
                Stream.generate(() -> replay(sold, places)).limit(many).toList();
        long members = sweep.members();
        long passed = send(sweep, replays, members);
        return sum(replays, passed);
    }

    private BlockReplay replay(SoldNumbers sold, int[][] places) {
        PastPurchase past = new PastPurchase();
        return new BlockReplay(
                window,
                past,
                member(today, past, sold),
                member(draft, past, sold),
                places,
                new Movers(today.tierCount(), draft.tierCount()));
    }

    private MemberReplay member(Candidate candidate, PastPurchase past, SoldNumbers sold) {
        List<EarnRule> earn = candidate.definition().earn();
        List<RoaringBitmap> who = earn.stream()
                .map(rule -> rule.segment() == null ? NOBODY : audiences.getOrDefault(rule.segment(), NOBODY))
                .toList();
        return new MemberReplay(
                candidate,
                window,
                new CountedRoom(earn.size()),
                new PastOccasion(candidate, past, sold, who),
                filters.stream().map(candidate::rulesOf).toList());
    }

    /// @return how many members there were
    private long send(PastSweep sweep, List<BlockReplay> replays, long members) {
        AtomicLong passed = new AtomicLong();
        BlockingQueue<BlockReplay> free = new ArrayBlockingQueue<>(replays.size(), true, replays);
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(replays.size())) {
            sweep.read(block -> {
                BlockReplay replay = take(free);
                running.add(threads.submit(() -> {
                    try {
                        passed.addAndGet(replay.replay(block));
                    } finally {
                        free.add(replay);
                    }
                }));
                progress.passed(passed.get(), members);
                running.removeIf(Replay::ended);
            });
            running.forEach(Replay::await);
        }
        progress.passed(passed.get(), members);
        return passed.get();
    }

    private static BlockReplay take(BlockingQueue<BlockReplay> free) {
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the replay was interrupted", e);
        }
    }

    private static boolean ended(Future<?> one) {
        if (one.isDone()) {
            await(one);
        }
        return one.isDone();
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("members could not be replayed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the replay was interrupted", e);
        }
    }

    private Replayed sum(List<BlockReplay> replays, long members) {
        BlockReplay first = replays.getFirst();
        long sales = first.sales();
        for (BlockReplay other : replays.subList(1, replays.size())) {
            first.today().add(other.today());
            first.draft().add(other.draft());
            first.movers().add(other.movers());
            sales += other.sales();
        }
        WhatIfAnswer answer =
                new AnswerSheet(question).answer(first.today(), first.draft(), first.movers(), members, sales);
        return new Replayed(answer, first.movers());
    }
}
