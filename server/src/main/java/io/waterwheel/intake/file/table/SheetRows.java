package io.waterwheel.intake.file.table;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet of a workbook.
final class SheetRows implements Rows {

    /// Excel's own limits: nothing beyond them was written by it.
    private static final int MOST_COLUMNS = 16_384;

    private static final int MOST_ROWS = 1_048_576;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Workbook book;
    private final SharedTexts texts;
    private final CellStyles styles;
    private final XmlPart sheet;
    private final Row row = new Row();
    private final StringBuilder text = new StringBuilder();
    private List<String> columns = List.of();
    private String[] cells = new String[16];
    private int used;
    private int rows;
    private long number;

    private SheetRows(Workbook book, Path directory, String name) throws IOException {
        this.book = book;
        this.styles = new CellStyles(book);
        this.sheet = book.sheet(name);
        this.texts = SharedTexts.of(book, directory);
    }

    static SheetRows open(Path file, String sheet) throws IOException {
        Workbook book = Workbook.open(file);
        SheetRows rows;
        try {
            rows = new SheetRows(
                    book, Objects.requireNonNull(file.toAbsolutePath().getParent()), sheet);
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
        try {
            rows.columns = rows.header();
            return rows;
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /// Whether a sheet has any row with something in it.
    static boolean anything(Path file, String sheet) throws IOException {
        try (SheetRows rows = open(file, sheet)) {
            return true;
        } catch (Problem problem) {
            if (problem.type() == IntakeProblem.FILE_EMPTY) {
                return false;
            }
            throw problem;
        }
    }

    /// Cells behind the last name are decoration.
    private List<String> header() throws IOException {
        Row first = next(0);
        if (first == null) {
            throw new Problem(IntakeProblem.FILE_EMPTY);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < first.cells(); i++) {
            names.add(first.cell(i));
        }
        while (names.getLast().isEmpty()) {
            names.removeLast();
        }
        return ColumnNames.unique(names);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    /// @throws Problem `file-workbook-broken`
    @Override
    public @Nullable Row next() throws IOException {
        return next(columns.size());
    }

    private @Nullable Row next(int least) throws IOException {
        while (read()) {
            row.begin(number);
            for (int i = 0; i < Math.max(used, least); i++) {
                row.add(i < used ? cells[i] : "");
            }
            if (!row.isBlank()) {
                return row;
            }
        }
        return null;
    }

    private boolean read() throws IOException {
        while (sheet.next()) {
            if (sheet.starts("row")) {
                String at = sheet.attribute("r");
                number = at == null ? number + 1 : whole(at);
                used = 0;
                if (++rows > MOST_ROWS) {
                    throw Workbook.broken(null, number);
                }
            } else if (sheet.starts("c")) {
                cell();
            } else if (sheet.ends("row")) {
                return true;
            } else if (sheet.ends("sheetData")) {
                return false;
            }
        }
        return false;
    }

    private void cell() throws IOException {
        String at = sheet.attribute("r");
        int column = at == null ? used : column(at);
        String kind = String.valueOf(sheet.attribute("t"));
        String style = sheet.attribute("s");
        int styled = style == null ? -1 : whole(style);
        String value = value(kind);
        if (column >= MOST_COLUMNS) {
            throw Workbook.broken(null, number);
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(2 * cells.length, column + 1));
        }
        while (used < column) {
            cells[used++] = "";
        }
        cells[column] = shown(kind, value, styled);
        used = Math.max(used, column + 1);
    }

    /// The text of the cell's value; of a text in place, all its pieces.
    private String value(String kind) {
        boolean inPlace = kind.equals("inlineStr");
        text.setLength(0);
        boolean within = false;
        while (sheet.next() && !sheet.ends("c")) {
            if (sheet.starts(inPlace ? "t" : "v")) {
                within = true;
            } else if (sheet.ends(inPlace ? "t" : "v")) {
                within = false;
            } else if (within) {
                sheet.addText(text);
            }
        }
        return text.toString();
    }

    private String shown(String kind, String value, int style) throws IOException {
        return switch (kind) {
            case "s" -> unescaped(shared(value));
            case "inlineStr", "str" -> unescaped(value);
            case "b" -> value.equals("1") ? "true" : "false";
            // A formula that failed says that nothing is known.
            case "e" -> "";
            case "d" -> value;
            default -> value.isEmpty() ? "" : styles.text(value, style);
        };
    }

    private String shared(String index) throws IOException {
        String shared = index.isEmpty() ? "" : texts.get(whole(index));
        if (shared == null) {
            throw Workbook.broken(null, number);
        }
        return shared;
    }

    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(code -> java.util.regex.Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(code.group(1), 16))))
                : text;
    }

    private int whole(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw Workbook.broken(e, number);
        }
    }

    /// The column of a cell's address: `B7` is 1.
    private static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)) && column < MOST_COLUMNS; i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    @Override
    public double share() {
        return sheet.share();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        texts.close();
        book.close();
    }
}
