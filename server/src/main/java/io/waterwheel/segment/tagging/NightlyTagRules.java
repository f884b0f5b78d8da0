package io.waterwheel.segment.tagging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Sweep;
import io.waterwheel.segment.generated.tables.records.TagRuleRecord;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Starts the rules of each brand in the brand's own night, one job for a brand.
@Component
class NightlyTagRules extends Sweep {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final TagRuleRows rows;
    private final TagRules rules;
    private final Brands brands;
    private final TransactionOperations transactions;

    NightlyTagRules(TagRuleRows rows, TagRules rules, Brands brands, TransactionOperations transactions) {
        super("nightly-tag-rules", "tag.rules.start", EVERY);
        this.rows = rows;
        this.rules = rules;
        this.brands = brands;
        this.transactions = transactions;
    }

    @Override
    protected void look() {
        transactions.executeWithoutResult(_ -> rows.takeDue().stream()
                .collect(groupingBy(TagRuleRecord::getBrandId, mapping(TagRuleRecord::getId, toList())))
                .forEach((id, due) -> {
                    Brand brand = brands.get(new BrandId(id));
                    due.forEach(rule -> rows.dueNextNight(brand, rule));
                    rules.start(brand, due);
                }));
    }
}
