package io.waterwheel.intake.file;

import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.kernel.privacy.PersonalFields;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finds out which column tells what: by the columns' names, and where they say nothing, by what stands in them.
final class ColumnGuess {

    private static final Pattern PERSONAL = Pattern.compile("(\\+?86)?1\\d{10}|\\d{17}[\\dXx]|[^\\s@]+@[^\\s@]+");

    private ColumnGuess() {}

    /// @return field name to place of its column, for those fields that seem to be there
    static Map<String, Integer> of(List<FileField> fields, List<String> columns, List<List<String>> sample) {
        Map<String, Integer> guess = new LinkedHashMap<>();
        List<String> names = columns.stream().map(FileField::normal).toList();
        for (FileField field : fields) {
            field.names().stream()
                    .map(names::indexOf)
                    .filter(column -> column >= 0 && !guess.containsValue(column))
                    .findFirst()
                    .ifPresent(column -> guess.put(field.name(), column));
        }
        for (FileField field : fields) {
            if (field.required() && !guess.containsKey(field.name()) && field.looks() != FileField.Looks.ANYHOW) {
                for (int column = 0; column < columns.size(); column++) {
                    if (!guess.containsValue(column) && looks(field.looks(), column, sample)) {
                        guess.put(field.name(), column);
                        break;
                    }
                }
            }
        }
        return guess;
    }

    /// As [#of], and for kinds that take more, every other column as an attribute of its own name, unless what stands
    /// in it are numbers of phones or papers: those are nobody's attributes.
    static Map<String, Integer> of(FileKind kind, List<String> columns, List<List<String>> sample) {
        Map<String, Integer> guess = of(kind.fields(), columns, sample);
        for (int column = 0; kind.takesMore() && column < columns.size(); column++) {
            String name = columns.get(column);
            boolean named = !name.startsWith("#");
            if (named
                    && !guess.containsValue(column)
                    && !PersonalFields.personal(name)
                    && !isPersonal(sample, column)) {
                guess.put(ImportTask.ATTRIBUTE + name, column);
            }
        }
        return guess;
    }

    private static boolean isPersonal(List<List<String>> sample, int column) {
        return all(sample, column, cell -> PERSONAL.matcher(cell).matches());
    }

    /// Whether the first line cannot be column names: no name is known, and a cell of it is a number or a time.
    ///
    /// @return the place of that cell, −1 when the line may be a header
    static int cellOfData(List<FileField> fields, List<String> columns) {
        List<String> names = columns.stream().map(FileField::normal).toList();
        if (fields.stream().flatMap(field -> field.names().stream()).anyMatch(names::contains)) {
            return -1;
        }
        for (int column = 0; column < columns.size(); column++) {
            if (Decimals.parse(columns.get(column)) != null || isTime(columns.get(column))) {
                return column;
            }
        }
        return -1;
    }

    private static boolean looks(FileField.Looks looks, int column, List<List<String>> sample) {
        return switch (looks) {
            case ANYHOW -> false;
            case TIME -> all(sample, column, ColumnGuess::isTime);
            case WHOLE_NUMBER -> all(sample, column, ColumnGuess::isWholeNumber);
            case FRACTION ->
                all(sample, column, cell -> Decimals.parse(cell) != null)
                        && sample.stream()
                                .anyMatch(row ->
                                        column < row.size() && row.get(column).contains("."));
        };
    }

    private static boolean all(List<List<String>> sample, int column, Predicate<String> looks) {
        List<String> cells = sample.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
        return !cells.isEmpty() && cells.stream().allMatch(looks);
    }

    private static boolean isWholeNumber(String cell) {
        BigDecimal number = Decimals.parse(cell);
        return number != null && number.abs().compareTo(BigDecimal.valueOf(100_000)) < 0 && !cell.contains(".");
    }

    private static boolean isTime(String cell) {
        for (DayOrder order : List.of(DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST)) {
            try {
                new LocalTimes(ZoneOffset.UTC, order).millis(cell, 0);
                return true;
            } catch (LineRefused e) {
                // perhaps in the other order
            }
        }
        return false;
    }
}
