package io.waterwheel.loyalty.points.report;

import java.util.List;

/// Whether what an import said is in the ledger.
///
/// @param members     whose opening balance stands
/// @param imported    the sum of these
/// @param booked      the same as the ledger has it
/// @param differences members for whom both differ; nothing, or the first few hundred
/// @param doubted     whose opening may have been told twice; the first few hundred
public record OpeningsReconciled(
        long members, long imported, long booked, List<Difference> differences, List<DoubtedOpening> doubted) {

    public OpeningsReconciled {
        differences = List.copyOf(differences);
        doubted = List.copyOf(doubted);
    }
}
