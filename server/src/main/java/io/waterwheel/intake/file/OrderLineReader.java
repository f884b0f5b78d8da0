package io.waterwheel.intake.file;

import io.waterwheel.intake.collect.OrderRules;
import io.waterwheel.intake.collect.Usable;
import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.intake.file.table.Row;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one line as an order's line, or says why it is none.
final class OrderLineReader {

    /// Of numbers that are keys in the books.
    private static final int LONGEST_NUMBER = 200;

    /// What an order may amount to; all lines that an order may have of it still fit a `long`.
    private static final BigDecimal LARGEST_AMOUNT = BigDecimal.valueOf(OrderRules.LARGEST);

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofHours(24);

    /// A number that a spreadsheet took for a fraction.
    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("\\d+\\.0");

    private final int orderNumber;
    private final int paidAt;
    private final int customer;
    private final int productCode;
    private final int productName;
    private final int quantity;
    private final int unitPrice;
    private final int country;
    private final int store;
    private final int fractionDigits;
    private final LocalTimes times;
    private final long latest;

    /// @param startedAt when the import began, the same in every run of it
    OrderLineReader(ImportTask task, DayOrder dayOrder, Instant startedAt) {
        this.orderNumber = task.column(OrderFile.ORDER_NUMBER);
        this.paidAt = task.column(OrderFile.PAID_AT);
        this.customer = task.column(OrderFile.CUSTOMER);
        this.productCode = task.column(OrderFile.PRODUCT_CODE);
        this.productName = task.column(OrderFile.PRODUCT_NAME);
        this.quantity = task.column(OrderFile.QUANTITY);
        this.unitPrice = task.column(OrderFile.UNIT_PRICE);
        this.country = task.column(OrderFile.COUNTRY);
        this.store = task.column(OrderFile.STORE);
        this.fractionDigits = task.brand().fractionDigits();
        this.times = new LocalTimes(task.brand().zone(), dayOrder);
        this.latest = startedAt.plus(CLOCKS_MAY_DIFFER).toEpochMilli();
    }

    OrderLine read(Row line) throws LineRefused {
        String number = number(line);
        long at = times.millis(line.cell(paidAt), paidAt);
        if (at > latest) {
            throw new LineRefused(LineFault.DATE_IN_FUTURE, paidAt, line.cell(paidAt));
        }
        BigDecimal units = quantity(line, number);
        BigDecimal price = price(line);
        if (units.abs().multiply(price).movePointRight(fractionDigits).compareTo(LARGEST_AMOUNT) > 0) {
            throw new LineRefused(LineFault.AMOUNT_TOO_LARGE, unitPrice, line.cell(unitPrice));
        }
        return new OrderLine(
                line.number(),
                number,
                at,
                customer(line),
                text(line, productCode),
                text(line, productName),
                units.toPlainString(),
                price.toPlainString(),
                text(line, country),
                text(line, store));
    }

    private String number(Row line) throws LineRefused {
        String number = text(line, orderNumber);
        if (number == null) {
            throw new LineRefused(LineFault.ORDER_NUMBER_MISSING, orderNumber, null);
        }
        if (number.length() > LONGEST_NUMBER) {
            throw new LineRefused(LineFault.ORDER_NUMBER_TOO_LONG, orderNumber, number);
        }
        return SPREADSHEET_NUMBER.matcher(number).matches() ? number.substring(0, number.length() - 2) : number;
    }

    private @Nullable String customer(Row line) throws LineRefused {
        String text = text(line, customer);
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST_NUMBER) {
            throw new LineRefused(LineFault.CUSTOMER_TOO_LONG, customer, text);
        }
        String number = SPREADSHEET_NUMBER.matcher(text).matches() ? text.substring(0, text.length() - 2) : text;
        return Usable.identifier(IdentifierKind.MEMBER_NO, number)
                .map(Identifier::value)
                .orElse(null);
    }

    private BigDecimal quantity(Row line, String number) throws LineRefused {
        String text = line.cell(quantity);
        BigDecimal units = Decimals.parse(text);
        if (units == null) {
            throw new LineRefused(LineFault.QUANTITY_UNREADABLE, quantity, text);
        }
        if (units.signum() == 0) {
            throw new LineRefused(LineFault.QUANTITY_ZERO, quantity, text);
        }
        if (units.signum() < 0 && !OrderFile.mayBeRefund(number)) {
            throw new LineRefused(LineFault.QUANTITY_NEGATIVE, quantity, text);
        }
        return units;
    }

    private BigDecimal price(Row line) throws LineRefused {
        String text = line.cell(unitPrice);
        BigDecimal price = Decimals.parse(text);
        if (price == null) {
            throw new LineRefused(LineFault.PRICE_UNREADABLE, unitPrice, text);
        }
        if (price.signum() < 0) {
            throw new LineRefused(LineFault.PRICE_NEGATIVE, unitPrice, text);
        }
        return price;
    }

    private static @Nullable String text(Row line, int column) throws LineRefused {
        if (column < 0) {
            return null;
        }
        String text = line.cell(column);
        if (text.indexOf('\0') >= 0) {
            throw new LineRefused(LineFault.CELL_UNSTORABLE, column, null);
        }
        return text.isEmpty() ? null : text;
    }
}
