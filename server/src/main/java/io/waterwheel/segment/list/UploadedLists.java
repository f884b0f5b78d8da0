package io.waterwheel.segment.list;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.table.TableFiles.Line;
import io.waterwheel.kernel.table.TableFiles.Table;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.SegmentProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads one column of a table into sealed pieces.
@Component
class UploadedLists {

    private static final int MOST_ROWS = 5_000_000;
    private static final int LOOKED_AT = 200;
    private static final int SAMPLES = 5;
    private static final int LONGEST_SAMPLE = 100;

    /// Of a cell, so that what is given back names the cell and a file of novels is not kept.
    private static final int LONGEST_KEPT = 300;

    /// What columns of identifiers are called in the wild, in lower case without blanks, dashes and underscores.
    private static final Map<String, IdentifierKind> NAMES = Map.ofEntries(
            Map.entry("手机", IdentifierKind.PHONE),
            Map.entry("手机号", IdentifierKind.PHONE),
            Map.entry("手机号码", IdentifierKind.PHONE),
            Map.entry("电话", IdentifierKind.PHONE),
            Map.entry("phone", IdentifierKind.PHONE),
            Map.entry("mobile", IdentifierKind.PHONE),
            Map.entry("邮箱", IdentifierKind.EMAIL),
            Map.entry("电子邮箱", IdentifierKind.EMAIL),
            Map.entry("email", IdentifierKind.EMAIL),
            Map.entry("mail", IdentifierKind.EMAIL),
            Map.entry("会员号", IdentifierKind.MEMBER_NO),
            Map.entry("会员卡号", IdentifierKind.MEMBER_NO),
            Map.entry("会员编号", IdentifierKind.MEMBER_NO),
            Map.entry("memberno", IdentifierKind.MEMBER_NO),
            Map.entry("memberid", IdentifierKind.MEMBER_NO),
            Map.entry("member", IdentifierKind.MEMBER_NO),
            Map.entry("cardno", IdentifierKind.MEMBER_NO),
            Map.entry("userid", IdentifierKind.USER_ID),
            Map.entry("用户id", IdentifierKind.USER_ID),
            Map.entry("unionid", IdentifierKind.UNIONID),
            Map.entry("externaluserid", IdentifierKind.EXTERNAL_USERID),
            Map.entry("外部联系人id", IdentifierKind.EXTERNAL_USERID),
            Map.entry("openid", IdentifierKind.OPENID),
            Map.entry("anonymousid", IdentifierKind.ANONYMOUS_ID),
            Map.entry("买家号", IdentifierKind.BUYER_ID),
            Map.entry("buyerid", IdentifierKind.BUYER_ID));

    private final UploadedPieces pieces;

    UploadedLists(UploadedPieces pieces) {
        this.pieces = pieces;
    }

    /// What the beginning of a table shows.
    static ListPreview preview(Table table) throws IOException {
        List<String> columns = table.columns();
        List<List<String>> cells = new ArrayList<>();
        if (!table.namesItsColumns()) {
            cells.add(columns);
        }
        for (Line line = table.next(); line != null && cells.size() < LOOKED_AT; line = table.next()) {
            cells.add(line.cells());
        }
        boolean named = table.namesItsColumns();
        List<ListPreview.Column> shown = new ArrayList<>();
        String column = null;
        IdentifierKind kind = null;
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            List<String> values = cells.stream()
                    .skip(named ? 0 : 1)
                    .map(row -> row.get(at))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            shown.add(new ListPreview.Column(
                    columns.get(i),
                    values.stream()
                            .limit(SAMPLES)
                            .map(cell ->
                                    cell.length() <= LONGEST_SAMPLE ? cell : cell.substring(0, LONGEST_SAMPLE) + "…")
                            .toList()));
            Optional<IdentifierKind> guess = guess(columns.get(i), values);
            if (kind == null && guess.isPresent()) {
                column = columns.get(i);
                kind = guess.get();
            }
        }
        return new ListPreview(shown, columns.size() == 1 && column == null ? columns.getFirst() : column, kind);
    }

    /// By the column's name, or else by what most of its values are at first sight.
    private static Optional<IdentifierKind> guess(String name, List<String> values) {
        IdentifierKind named = NAMES.get(name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", ""));
        if (named != null) {
            return Optional.of(named);
        }
        Map<IdentifierKind, Integer> evident = new HashMap<>();
        List<String> looked = values.isEmpty() ? List.of(name) : values;
        looked.forEach(value -> IdentifierCell.evident(value).ifPresent(kind -> evident.merge(kind, 1, Integer::sum)));
        return evident.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > looked.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Keeps a table's rows, sealed, in the caller's transaction.
    ///
    /// @return how many there are
    /// @throws Problem `invalid` without such a column, `customer-list-file-empty`, `too-large`
    long store(ListId list, Table table, String column, IdentifierKind kind) throws IOException {
        int place = table.columns().indexOf(column);
        if (place < 0) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/column", "choice", new Text("文件里没有这一列", "the file has no such column"));
        }
        List<UploadedRow> rows = new ArrayList<>(UploadedPieces.SIZE);
        int piece = 0;
        long count = 0;
        if (!table.namesItsColumns() && IdentifierCell.data(kind, column)) {
            rows.add(new UploadedRow(1, column, null));
        }
        for (Line line = table.next(); line != null; line = table.next()) {
            rows.add(new UploadedRow(line.number(), kept(line.cells().get(place)), spoiled(line)));
            if (rows.size() == UploadedPieces.SIZE) {
                pieces.insert(list, ++piece, rows);
                count += rows.size();
                rows.clear();
            }
            if (count >= MOST_ROWS) {
                throw new Problem(KernelProblem.TOO_LARGE).with("limit", "%,d rows".formatted(MOST_ROWS));
            }
        }
        if (!rows.isEmpty()) {
            pieces.insert(list, ++piece, rows);
            count += rows.size();
        }
        if (count == 0) {
            throw new Problem(SegmentProblem.CUSTOMER_LIST_FILE_EMPTY).with("column", column);
        }
        return count;
    }

    private static @Nullable UnmatchedReason spoiled(Line line) {
        return line.fault() == null ? null : UnmatchedReason.NO_ROW;
    }

    private static String kept(String cell) {
        String text = cell.replace('\0', '\uFFFD');
        return text.length() <= LONGEST_KEPT ? text : text.substring(0, LONGEST_KEPT);
    }
}
