package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.loyalty.MallAddress;
import io.waterwheel.loyalty.MallOrder;
import io.waterwheel.loyalty.MallOrderState;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The orders that wait to be sent, for whoever packs them: names, phones and addresses in plain, so whoever
/// fetches it is in the audit trail.
@Component
public class ShippingFile {

    private static final List<Text> TITLES = List.of(
            new Text("兑换单号", "Order"),
            new Text("商品", "Item"),
            new Text("件数", "Pieces"),
            new Text("收件人", "Name"),
            new Text("电话", "Phone"),
            new Text("地址", "Address"),
            new Text("下单时间", "Ordered"));

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final MallOrderView view;
    private final AuditTrail audit;

    ShippingFile(DSLContext database, TransactionOperations transactions, MallOrderView view, AuditTrail audit) {
        this.database = database;
        this.transactions = transactions;
        this.view = view;
        this.audit = audit;
    }

    /// One order a line, the oldest first, in constant memory.
    public void write(Brand brand, Locale locale, OutputStream out) {
        transactions.executeWithoutResult(_ -> {
            audit.record("mall-order.shipping-file", "mall-order", Map.of("brand", brand.key()));
            try (var rows = database.selectFrom(MALL_ORDER)
                            .where(MallDesk.condition(
                                    brand, new MallDesk.Wanted(MallOrderState.PAID, null, null, false)))
                            .and(MALL_ORDER.RECIPIENT.isNotNull())
                            .orderBy(MALL_ORDER.ID)
                            .fetchSize(1_000)
                            .fetchLazy();
                    BufferedWriter text =
                            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16)) {
                // Spreadsheets read UTF-8 only where this stands first.
                text.write('\uFEFF');
                line(text, TITLES.stream().map(title -> title.in(locale)).toList());
                for (var row : rows) {
                    line(text, cells(brand, view.of(row)));
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private static List<String> cells(Brand brand, MallOrder order) {
        MallAddress to = order.address();
        return List.of(
                order.number(),
                order.name(),
                Integer.toString(order.pieces()),
                to == null ? "" : to.name(),
                to == null ? "" : to.phone(),
                to == null ? "" : to.address(),
                order.placedAt()
                        .atZone(brand.zone())
                        .toLocalDateTime()
                        .withNano(0)
                        .toString());
    }

    private static void line(BufferedWriter text, List<String> cells) throws IOException {
        text.write(cells.stream().map(ShippingFile::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    /// Quoted, and no formula in a spreadsheet.
    static String cell(@Nullable String text) {
        String told = text == null ? "" : text;
        String harmless = !told.isEmpty() && "=+-@\t\r".indexOf(told.charAt(0)) >= 0 ? "'" + told : told;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
