package io.waterwheel.segment.list;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.Holder;
import io.waterwheel.customer.RelationFacts;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.generated.tables.records.CustomerListRecord;
import io.waterwheel.segment.list.UploadedPieces.Matched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Looks up whom an uploaded list names, piece by piece; a piece that has been looked up is not looked up again after a
/// kill. Nobody becomes a customer by being named here.
@Component
class MatchJob implements JobHandler {

    static final String KIND = "customer-list-match";

    private final Brands brands;
    private final ListRows rows;
    private final UploadedPieces pieces;
    private final Customers customers;
    private final TransactionOperations transactions;

    MatchJob(
            Brands brands,
            ListRows rows,
            UploadedPieces pieces,
            Customers customers,
            TransactionOperations transactions) {
        this.brands = brands;
        this.rows = rows;
        this.pieces = pieces;
        this.customers = customers;
        this.transactions = transactions;
    }

    /// @param rows how many there are in all
    record Params(ListId list, long rows) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        Params params = run.params(Params.class);
        Optional<CustomerListRecord> list = rows.find(brand, params.list());
        if (list.isEmpty() || list.get().getReadyAt() != null) {
            return;
        }
        if (pieces.all(params.list()).isEmpty()) {
            // Resumed too late: a list of nobody would, left out of a segment, leave out nobody.
            throw new Problem(SegmentProblem.UNMATCHED_ROWS_GONE);
        }
        IdentifierKind kind = IdentifierKind.of(list.get().getIdentifierKind());
        List<Integer> open = pieces.open(params.list());
        long done = params.rows() - (long) open.size() * UploadedPieces.SIZE;
        for (int piece : open) {
            run.checkStop();
            pieces.rows(params.list(), piece).ifPresent(uploaded -> match(brand, kind, params.list(), piece, uploaded));
            done += UploadedPieces.SIZE;
            run.progress(Math.clamp(done, 0, params.rows()), params.rows(), null);
        }
        finish(params.list());
    }

    private void match(Brand brand, IdentifierKind kind, ListId list, int piece, List<UploadedRow> uploaded) {
        Map<UploadedRow, String> named = new HashMap<>();
        for (UploadedRow row : uploaded) {
            if (row.reason() == null) {
                IdentifierCell.read(kind, row.text()).map(Identifier::value).ifPresent(value -> named.put(row, value));
            }
        }
        Map<String, Holder> holders = customers.holders(brand.id(), kind, new HashSet<>(named.values()));
        Set<CustomerNo> known = known(brand, holders);
        RoaringBitmap numbers = new RoaringBitmap();
        List<UploadedRow> unmatched = new ArrayList<>();
        for (UploadedRow row : uploaded) {
            String value = named.get(row);
            Holder holder = value == null ? null : holders.get(value);
            if (row.reason() != null) {
                unmatched.add(row);
            } else if (value == null) {
                unmatched.add(row.because(row.text().isBlank() ? UnmatchedReason.BLANK : UnmatchedReason.UNREADABLE));
            } else if (holder != null && holder.shared()) {
                unmatched.add(row.because(UnmatchedReason.SHARED));
            } else if (holder == null || !known.contains(holder.customer())) {
                unmatched.add(row.because(UnmatchedReason.UNKNOWN));
            } else {
                numbers.add(holder.number().value());
            }
        }
        pieces.matched(
                list,
                piece,
                unmatched,
                new Matched(numbers, UploadResult.of(unmatched, uploaded.size(), named.size())));
    }

    /// Of another brand's customers the brand does not learn that they are there.
    private Set<CustomerNo> known(Brand brand, Map<String, Holder> holders) {
        Set<CustomerNo> asked = holders.values().stream()
                .filter(holder -> !holder.shared())
                .map(Holder::customer)
                .collect(Collectors.toSet());
        return customers.relations(asked).stream()
                .filter(relation -> relation.brand().equals(brand.id()))
                .map(RelationFacts::customer)
                .collect(Collectors.toSet());
    }

    private void finish(ListId list) {
        long mark = customers.identityMark();
        transactions.executeWithoutResult(_ -> {
            List<Matched> matched = pieces.matched(list);
            RoaringBitmap numbers = new RoaringBitmap();
            matched.forEach(piece -> numbers.or(piece.numbers()));
            RoaringBitmap now = customers.current(numbers);
            UploadResult result =
                    UploadResult.sum(matched.stream().map(Matched::result).toList(), now.getLongCardinality());
            rows.ready(list, numbers, new ListRows.Followed(mark, now), result);
            if (result.rows() == result.matched()) {
                pieces.delete(list.value());
            }
        });
    }
}
