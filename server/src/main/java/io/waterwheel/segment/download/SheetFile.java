package io.waterwheel.segment.download;

import io.waterwheel.kernel.table.SpreadsheetText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A workbook of one sheet. Texts are cells of text, so none of them is a formula.
final class SheetFile implements MemberFile {

    /// Excel's own limit less the line of names.
    static final int MOST_ROWS = 1_048_575;

    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    SheetFile(Path file, String name) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.workbook = new Workbook(out, "Waterwheel", "1.0");
        this.sheet = workbook.newWorksheet(name);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case null -> {
                    // An empty cell is none.
                }
                case Number number -> sheet.value(next, i, number);
                case Object text -> sheet.value(next, i, SpreadsheetText.safe(text.toString()));
            }
        }
        next++;
    }

    @Override
    public long flush() throws IOException {
        sheet.flush();
        return 0;
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
