package io.waterwheel.customer.profile;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.source.BrandLevels;
import io.waterwheel.customer.source.Named;
import io.waterwheel.customer.source.SourceKind;
import io.waterwheel.customer.source.SourceLevel;
import io.waterwheel.customer.source.SourceLevels;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where a brand says whose word counts more.
@Component
public class SourcePriority {

    private static final int LEVEL_MOST = 9;
    private static final int NAME_MOST = 200;
    private static final int LEVELS_MOST = 200;

    private final DSLContext database;
    private final SourceLevels levels;
    private final DecideAttributes deciding;
    private final AuditTrail audit;

    SourcePriority(DSLContext database, SourceLevels levels, DecideAttributes deciding, AuditTrail audit) {
        this.database = database;
        this.levels = levels;
        this.deciding = deciding;
        this.audit = audit;
    }

    /// @param general    what the brand set for all attributes
    /// @param attributes what differs for some
    /// @param kinds      every kind, and its level where nothing is set
    /// @param sources    the brand's sources
    public record SourcePriorityView(
            List<SourceLevel> general,
            List<AttributeLevels> attributes,
            List<KindLevel> kinds,
            List<KnownSource> sources) {}

    public record AttributeLevels(String attribute, List<SourceLevel> levels) {}

    public record KindLevel(SourceKind kind, int level) {}

    public record KnownSource(String name, SourceKind kind) {}

    public SourcePriorityView of(Brand brand) {
        BrandLevels set = levels.of(database, brand.id());
        return new SourcePriorityView(
                set.general(),
                set.attributes().entrySet().stream()
                        .map(entry -> new AttributeLevels(entry.getKey(), entry.getValue()))
                        .toList(),
                Arrays.stream(SourceKind.values())
                        .map(kind -> new KindLevel(kind, kind.level()))
                        .toList(),
                set.kinds().entrySet().stream()
                        .map(entry -> new KnownSource(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /// Sets the levels for all attributes or for one, and has the customers decided anew by a job.
    ///
    /// @param attribute empty for all that have no levels of their own
    /// @param wanted    takes the place of what was set; empty for the default
    /// @throws Problem `invalid`
    @Transactional
    public SourcePriorityView set(Brand brand, String attribute, List<SourceLevel> wanted) {
        check(attribute, wanted);
        List<SourceLevel> before = attribute.isEmpty()
                ? levels.of(database, brand.id()).general()
                : levels.of(database, brand.id()).attributes().getOrDefault(attribute, List.of());
        if (!new HashSet<>(before).equals(new HashSet<>(wanted))) {
            levels.replace(database, brand.id(), attribute, wanted);
            audit.record(
                    "source-priority.set",
                    "brand/" + brand.key(),
                    Map.of(
                            "attribute",
                            attribute,
                            "levels",
                            wanted.stream()
                                    .map(level -> level.named().code() + ":" + level.name() + "=" + level.level())
                                    .toList()));
            deciding.start(brand);
        }
        return of(brand);
    }

    private static void check(String attribute, List<SourceLevel> wanted) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (attribute.length() > NAME_MOST) {
            problem.outside("/attribute", "length", 0, NAME_MOST);
        }
        if (wanted.size() > LEVELS_MOST) {
            problem.outside("/levels", "count", 0, LEVELS_MOST);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            SourceLevel level = wanted.get(i);
            if (level.level() < 1 || level.level() > LEVEL_MOST) {
                problem.outside("/levels/" + i + "/level", "range", 1, LEVEL_MOST);
            }
            if (level.name().isBlank() || level.name().length() > NAME_MOST) {
                problem.outside("/levels/" + i + "/name", "length", 1, NAME_MOST);
            }
            boolean unknown = level.named() == Named.KIND
                    && Arrays.stream(SourceKind.values())
                            .noneMatch(kind -> kind.code().equals(level.name()));
            if (unknown) {
                problem.at("/levels/" + i + "/name", "unknown", new Text("没有这种来源", "there is no such kind of source"));
            }
            if (!seen.add(level.named() + ":" + level.name())) {
                problem.at("/levels/" + i, "twice", new Text("同一来源出现了两次", "the same source stands twice"));
            }
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }
}
