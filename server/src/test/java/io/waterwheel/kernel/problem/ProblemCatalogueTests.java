package io.waterwheel.kernel.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/// Every refusal the product can give, found on the class path.
class ProblemCatalogueTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "problems.md");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final List<ProblemType> types = types();

    @Test
    void thereAreRefusalsToCatalogue() {
        assertThat(types).contains(KernelProblem.NOT_FOUND).hasSizeGreaterThan(20);
    }

    @Test
    void aCodeMeansOneThing() {
        assertThat(types).extracting(ProblemType::code).doesNotHaveDuplicates();
    }

    @Test
    void everyStatusIsARefusal() {
        assertThat(types).allSatisfy(type -> assertThat(type.status()).isBetween(400, 599));
    }

    @Test
    void everyMessageIsThereInBothLanguages() {
        assertThat(types).allSatisfy(type -> {
            assertThat(CHINESE.matcher(type.message().zh()).find())
                    .as(type.message().zh())
                    .isTrue();
            assertThat(type.message().en()).isNotBlank().doesNotContainPattern(CHINESE);
        });
    }

    @Test
    void bothLanguagesSayTheSameValues() {
        assertThat(types)
                .allSatisfy(type -> assertThat(placeholders(type.message().en()))
                        .as(type.code())
                        .isEqualTo(placeholders(type.message().zh())));
    }

    @Test
    void theDocumentListsThemAll() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("waterwheel.generate")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("docs/problems.md is out of date; write it anew with: ./waterwheel generate")
                .isEqualTo(expected);
    }

    private String document() {
        StringBuilder text = new StringBuilder("""
                # Problems

                Every refusal is answered as RFC 9457 `application/problem+json`. Programs rely on `code`; people read `detail`, in
                the language of `Accept-Language`. This page is generated from the code by `./waterwheel generate`.

                | code | status | 中文 | English |
                |---|---|---|---|
                """);
        for (ProblemType type : types) {
            text.append("| `%s` | %d | %s | %s |%n"
                    .formatted(
                            type.code(),
                            type.status(),
                            type.message().zh(),
                            type.message().en())
                    .replace("%n", "\n"));
        }
        return text.toString().replace("\r\n", "\n");
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// By module, in the order in which each module declares them.
    private static List<ProblemType> types() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemType.class));
        return scanner.findCandidateComponents("io.waterwheel").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .sorted(java.util.Comparator.comparing(Class::getName))
                .flatMap(ProblemCatalogueTests::constants)
                .toList();
    }

    private static Stream<ProblemType> constants(Class<?> type) {
        assertThat(type.isEnum()).as(type + " is an enum").isTrue();
        return Arrays.stream(type.getEnumConstants()).map(ProblemType.class::cast);
    }
}
