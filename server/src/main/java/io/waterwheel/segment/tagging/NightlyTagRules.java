package io.waterwheel.segment.tagging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.generated.tables.records.TagRuleRecord;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Starts the rules of each brand in the brand's own night, one job for a brand.
@Component
class NightlyTagRules implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NightlyTagRules.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final TagRuleRows rows;
    private final TagRules rules;
    private final Brands brands;
    private final TransactionOperations transactions;
    private volatile @Nullable Thread thread;

    NightlyTagRules(TagRuleRows rows, TagRules rules, Brands brands, TransactionOperations transactions) {
        this.rows = rows;
        this.rules = rules;
        this.brands = brands;
        this.transactions = transactions;
    }

    private void startDue() {
        transactions.executeWithoutResult(_ -> rows.takeDue().stream()
                .collect(groupingBy(TagRuleRecord::getBrandId, mapping(TagRuleRecord::getId, toList())))
                .forEach((id, due) -> {
                    Brand brand = brands.get(new BrandId(id));
                    due.forEach(rule -> rows.dueNextNight(brand, rule));
                    rules.start(brand, due);
                }));
    }

    private void loop() {
        while (thread != null) {
            try {
                startDue();
            } catch (RuntimeException e) {
                if (thread != null) {
                    log.warn("tag.rules.start failed", e);
                }
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofVirtual().name("nightly-tag-rules").unstarted(this::loop);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
