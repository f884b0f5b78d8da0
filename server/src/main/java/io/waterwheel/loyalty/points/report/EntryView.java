package io.waterwheel.loyalty.points.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that the ledger has of one booking.
///
/// @param reason   the code of why it was booked
/// @param values   what the words for that are filled with
/// @param sum      of its postings: zero
/// @param refersTo what it takes or gives back, pays or lets go
/// @param referred what refers to it, the earliest first
public record EntryView(
        EntryLine line,
        String reason,
        Map<String, String> values,
        List<EntryPosting> postings,
        long sum,
        List<EntryLot> lots,
        @Nullable EntryLine refersTo,
        List<EntryLine> referred) {}
