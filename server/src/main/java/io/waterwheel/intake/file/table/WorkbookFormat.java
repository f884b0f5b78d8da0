package io.waterwheel.intake.file.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// One sheet of an Excel workbook (.xlsx); its first row that is not blank names the columns.
record WorkbookFormat(String sheet, List<String> sheets) implements FileFormat {

    @Override
    public String code() {
        return "xlsx";
    }

    @Override
    public Rows open(Path file) throws IOException {
        return SheetRows.open(file, sheet);
    }

    @Override
    public boolean namesItsColumns() {
        return false;
    }
}
