package io.waterwheel.intake.file;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Checks which column is to be read as what.
final class Mapping {

    private static final Text REQUIRED = new Text("必须选择一列", "a column must be chosen");
    private static final Text UNKNOWN_COLUMN = new Text("文件里没有这一列", "the file has no such column");
    private static final Text UNKNOWN_FIELD = new Text("没有这个字段", "there is no such field");

    private static final int LONGEST_ATTRIBUTE = 100;

    private Mapping() {}

    /// @return the mapping without what is left open
    /// @throws Problem `mapping-incomplete` with every fault
    static Map<String, String> checked(Map<String, String> mapping, FileKind kind, List<String> columns) {
        List<FileField> fields = kind.fields();
        Map<String, String> checked = new LinkedHashMap<>();
        Problem problem = new Problem(IntakeProblem.MAPPING_INCOMPLETE);
        mapping.forEach((field, column) -> {
            String pointer = "/mapping/" + field;
            if (!known(field, kind)) {
                problem.at(pointer, "unknown-field", UNKNOWN_FIELD);
            } else if (column != null && !column.isBlank()) {
                if (columns.contains(column)) {
                    checked.put(field, column);
                } else {
                    problem.at(pointer, "unknown-column", UNKNOWN_COLUMN);
                }
            }
        });
        for (FileField field : fields) {
            if (field.required()
                    && (mapping.get(field.name()) == null
                            || mapping.get(field.name()).isBlank())) {
                problem.at("/mapping/" + field.name(), "required", REQUIRED);
            }
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
        return checked;
    }

    private static boolean known(String field, FileKind kind) {
        if (kind.takesMore() && field.startsWith(ImportTask.ATTRIBUTE)) {
            String attribute = field.substring(ImportTask.ATTRIBUTE.length());
            return !attribute.isBlank() && attribute.length() <= LONGEST_ATTRIBUTE && attribute.indexOf('\0') < 0;
        }
        return kind.fields().stream().anyMatch(each -> each.name().equals(field));
    }
}
