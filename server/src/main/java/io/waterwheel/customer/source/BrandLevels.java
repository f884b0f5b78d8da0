package io.waterwheel.customer.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The levels of one brand's sources.
///
/// @param general    for all attributes
/// @param attributes what differs for some, by attribute
/// @param kinds      the kind of each source, by its name
public record BrandLevels(
        List<SourceLevel> general, Map<String, List<SourceLevel>> attributes, Map<String, SourceKind> kinds) {

    /// What is said for the attribute comes before what is said for all, and of both the source before its kind.
    public int of(String attribute, String source) {
        SourceKind kind = kinds.getOrDefault(source, SourceKind.OTHER);
        return find(attributes.getOrDefault(attribute, List.of()), source, kind)
                .or(() -> find(general, source, kind))
                .orElse(kind.level());
    }

    private static Optional<Integer> find(List<SourceLevel> levels, String source, SourceKind kind) {
        return find(levels, Named.SOURCE, source).or(() -> find(levels, Named.KIND, kind.code()));
    }

    private static Optional<Integer> find(List<SourceLevel> levels, Named named, String name) {
        return levels.stream()
                .filter(level -> level.named() == named && level.name().equals(name))
                .map(SourceLevel::level)
                .findFirst();
    }
}
