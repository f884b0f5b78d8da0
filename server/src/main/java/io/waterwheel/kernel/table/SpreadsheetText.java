package io.waterwheel.kernel.table;

/// Text for a cell of a file that a spreadsheet opens.
public final class SpreadsheetText {

    private SpreadsheetText() {}

    /// What begins like a formula was sent by somebody else: a spreadsheet must show it, not run it.
    public static String safe(String text) {
        boolean formula = !text.isEmpty() && "=@\t\r+-".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?[0-9. ]+");
        return formula ? "'" + text : text;
    }
}
