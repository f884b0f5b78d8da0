package io.waterwheel.loyalty.whatif;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Sends the members of blocks through both programmes, one after the other, and keeps what comes of it.
final class BlockReplay {

    private final WhatIfWindow window;
    private final ZoneId zone;
    private final PastPurchase past;
    private final MemberReplay today;
    private final MemberReplay draft;
    private final int[][] lentTiers;
    private final Movers movers;
    private long begin;
    private boolean bought;
    private long sales;

    /// @param lentTiers the places of lent tiers in today's programme and in the draft, by the tier's number
    BlockReplay(
            WhatIfWindow window,
            PastPurchase past,
            MemberReplay today,
            MemberReplay draft,
            int[][] lentTiers,
            Movers movers) {
        this.window = window;
        this.zone = window.brand().zone();
        this.past = past;
        this.today = today;
        this.draft = draft;
        this.lentTiers = lentTiers;
        this.movers = movers;
    }

    /// @return how many members it has
    int replay(PastBlock block) {
        int members = 0;
        int row = 0;
        while (row < block.rows) {
            int end = row + 1;
            while (end < block.rows && block.customer[end] == block.customer[row]) {
                end++;
            }
            if (PastKind.of(block.kind[row]) == PastKind.MEMBER) {
                member(block, row, end);
                members++;
            }
            row = end;
        }
        return members;
    }

    private void member(PastBlock block, int from, int to) {
        begin = Math.max(block.amount[from], window.from());
        past.customer = block.customer[from];
        past.birthday = day(block.x[from]);
        bought = block.y[from] == 1;
        today.member(block.amount[from]);
        draft.member(block.amount[from]);
        int row = from + 1;
        while (row < to) {
            row = row(block, row, to);
        }
        movers.add(past.customer, today.end(), draft.end());
    }

    private static @Nullable LocalDate day(long number) {
        return number == PastKind.NOTHING ? null : LocalDate.ofEpochDay(number);
    }

    /// @return the row after it
    private int row(PastBlock block, int row, int to) {
        long at = block.at[row];
        int next = row + 1;
        switch (PastKind.of(block.kind[row])) {
            case LENT -> {
                int tier = (int) block.x[row];
                today.lent(block.position[row], block.amount[row], lentTiers[0][tier]);
                draft.lent(block.position[row], block.amount[row], lentTiers[1][tier]);
            }
            case ORDER -> {
                next = order(block, row, to);
                today.order(at, block.position[row], past.amount);
                draft.order(at, block.position[row], past.amount);
            }
            case REFUND -> {
                sales -= at >= begin ? block.amount[row] : 0;
                today.refund(at, block.x[row], block.amount[row]);
                draft.refund(at, block.x[row], block.amount[row]);
            }
            case EVENT -> {
                happened(at, 0);
                today.event(at, (int) block.x[row]);
                draft.event(at, (int) block.x[row]);
            }
            case MEMBER, LINE -> {
                // Lines come with their orders.
            }
        }
        return next;
    }

    private int order(PastBlock block, int row, int to) {
        happened(block.at[row], block.amount[row]);
        past.channel = block.x[row];
        past.store = block.y[row];
        past.first = !bought;
        bought = true;
        sales += block.at[row] >= begin ? past.amount : 0;
        int next = row + 1;
        while (next < to
                && block.position[next] == block.position[row]
                && PastKind.of(block.kind[next]) == PastKind.LINE) {
            past.line(block.x[next], block.y[next], block.amount[next]);
            next++;
        }
        return next;
    }

    private void happened(long at, long amount) {
        past.day = LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
        past.amount = amount;
        past.lines = 0;
        past.channel = PastKind.NOTHING;
        past.store = PastKind.NOTHING;
        past.first = false;
    }

    Tally today() {
        return today.tally();
    }

    Tally draft() {
        return draft.tally();
    }

    Movers movers() {
        return movers;
    }

    /// Net, in minor units.
    long sales() {
        return sales;
    }
}
