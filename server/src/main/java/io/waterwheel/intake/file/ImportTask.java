package io.waterwheel.intake.file;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.ImportId;
import io.waterwheel.intake.file.table.FileFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a run needs to know of its import.
///
/// @param directory holds the upload, the error file and, while it runs, the scratch
/// @param mapping   field name to place of its column
record ImportTask(
        ImportId id,
        Brand brand,
        String source,
        Path directory,
        FileFormat format,
        List<String> columns,
        Map<String, Integer> mapping) {

    Path upload() {
        return ImportDirectories.upload(directory);
    }

    Path errors() {
        return ImportDirectories.errors(directory);
    }

    Path scratch() {
        return ImportDirectories.scratch(directory);
    }

    /// What a mapping's key begins with when the column has no field but becomes an attribute of that name.
    static final String ATTRIBUTE = "attributes.";

    /// The columns that become attributes: name to place.
    SortedMap<String, Integer> attributes() {
        SortedMap<String, Integer> attributes = new TreeMap<>();
        mapping.forEach((field, column) -> {
            if (field.startsWith(ATTRIBUTE)) {
                attributes.put(field.substring(ATTRIBUTE.length()), column);
            }
        });
        return attributes;
    }

    /// Where a field stands, −1 when the file does not tell it.
    int column(String field) {
        return mapping.getOrDefault(field, -1);
    }
}
