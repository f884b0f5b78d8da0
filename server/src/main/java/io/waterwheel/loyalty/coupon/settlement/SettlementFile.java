package io.waterwheel.loyalty.coupon.settlement;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.table.SpreadsheetText;
import io.waterwheel.loyalty.coupon.settlement.Settlements.SettlementLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The settlement as a file for the store's and the brand's accountants: each line, and the sum at the end.
@Component
public class SettlementFile {

    private static final List<Text> HEAD = List.of(
            new Text("门店", "Store"),
            new Text("时间", "Time"),
            new Text("类型", "Kind"),
            new Text("订单", "Order"),
            new Text("券编号", "Coupon"),
            new Text("券名", "Name"),
            new Text("金额", "Amount"),
            new Text("经手", "By"));

    private final Settlements settlements;

    SettlementFile(Settlements settlements) {
        this.settlements = settlements;
    }

    /// What of it is wanted.
    ///
    /// @param store null for all stores
    public record Wanted(
            Brand brand,
            LocalDate from,
            LocalDate until,
            @Nullable String store,
            Locale locale) {}

    public void csv(Wanted wanted, OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        try (CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
            write(
                    wanted,
                    cells -> csv.writeRecord(cells.stream()
                            .map(cell ->
                                    cell instanceof Number ? cell.toString() : SpreadsheetText.safe(cell.toString()))
                            .toList()));
        }
    }

    /// Texts are cells of text, so that none of them is a formula.
    public void sheet(Wanted wanted, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Waterwheel", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(new Text("结算", "Settlement").in(wanted.locale()));
            int[] next = {0};
            write(wanted, cells -> {
                for (int i = 0; i < cells.size(); i++) {
                    if (cells.get(i) instanceof Number number) {
                        sheet.value(next[0], i, number);
                    } else {
                        sheet.value(
                                next[0], i, SpreadsheetText.safe(cells.get(i).toString()));
                    }
                }
                next[0]++;
                flush(sheet, next[0]);
            });
        }
    }

    private static void flush(Worksheet sheet, int rows) {
        if (rows % 1_000 == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Rows {
        void row(List<Object> cells);
    }

    private void write(Wanted wanted, Rows rows) {
        Locale locale = wanted.locale();
        rows.row(List.copyOf(HEAD.stream().map(text -> text.in(locale)).toList()));
        BigDecimal[] sum = {BigDecimal.ZERO.setScale(wanted.brand().fractionDigits())};
        settlements.lines(wanted.brand(), wanted.from(), wanted.until(), wanted.store(), line -> {
            rows.row(cells(line, locale));
            sum[0] = sum[0].add(line.amount());
        });
        rows.row(List.of(new Text("合计", "Total").in(locale), "", "", "", "", "", sum[0], ""));
    }

    private static List<Object> cells(SettlementLine line, Locale locale) {
        return List.of(
                shown(line.store()),
                line.at().toString().replace('T', ' '),
                kind(line.step()).in(locale),
                shown(line.order()),
                Long.toString(line.coupon()),
                line.template(),
                line.amount(),
                line.by());
    }

    private static Text kind(String step) {
        return step.equals("redeem") ? new Text("核销", "Redeemed") : new Text("退回", "Returned");
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }
}
