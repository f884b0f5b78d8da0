package io.waterwheel.intake.file.table;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The rows of a file with one JSON object per line.
final class JsonLineRows implements Rows {

    /// How many lines are looked at for names; a name that first comes later is not read.
    private static final int NAMES_FROM = 5_000;

    private final TextInput text;
    private final TextLines lines;
    private final JsonCells cells = new JsonCells();
    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final Row row = new Row();

    private JsonLineRows(TextInput text, List<String> paths) {
        this.text = text;
        this.lines = new TextLines(text.reader());
        this.columns = ColumnNames.unique(paths);
        for (int i = 0; i < paths.size(); i++) {
            places.put(paths.get(i), i);
        }
    }

    static JsonLineRows open(Path file, JsonLinesFormat format) throws IOException {
        List<String> paths = paths(file, format);
        return new JsonLineRows(TextInput.open(file, format.gzip(), format.charset()), paths);
    }

    private static List<String> paths(Path file, JsonLinesFormat format) throws IOException {
        Set<String> paths = new LinkedHashSet<>();
        JsonCells cells = new JsonCells();
        try (TextInput text = TextInput.open(file, format.gzip(), format.charset())) {
            TextLines lines = new TextLines(text.reader());
            for (int i = 0; i < NAMES_FROM && advance(lines, text); i++) {
                try {
                    cells.read(lines.line(), (path, value) -> paths.add(path));
                } catch (JacksonException told) {
                    // when it is read as a row
                }
            }
        }
        if (paths.isEmpty()) {
            throw new Problem(IntakeProblem.FILE_EMPTY);
        }
        return new ArrayList<>(paths);
    }

    private static boolean advance(TextLines lines, TextInput text) throws IOException {
        try {
            return lines.advance();
        } catch (IOException e) {
            Problem problem = text.explained(e, lines.number());
            if (problem == null) {
                throw e;
            }
            throw problem;
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    /// @throws Problem `file-undecodable`, `file-gzip-broken`
    @Override
    public @Nullable Row next() throws IOException {
        if (!advance(lines, text)) {
            return null;
        }
        row.begin(lines.number());
        if (lines.tooLong()) {
            row.add(lines.line());
            row.spoil(LineFault.CELL_TOO_LONG);
            return row;
        }
        @Nullable String[] values = new @Nullable String[columns.size()];
        try {
            cells.read(lines.line(), (path, value) -> {
                Integer place = places.get(path);
                if (place != null) {
                    values[place] = value;
                }
            });
        } catch (JacksonException e) {
            row.add(lines.line());
            row.spoil(LineFault.JSON_UNREADABLE);
            return row;
        }
        Arrays.stream(values).forEach(value -> row.add(value == null ? "" : value));
        return row;
    }

    @Override
    public double share() {
        return text.share();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
