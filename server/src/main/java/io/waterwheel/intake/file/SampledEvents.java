package io.waterwheel.intake.file;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.DryRun;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.SampleRecord;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Order;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.privacy.Vault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Counts the events of a file and keeps the first of them, writing none: a dry run.
final class SampledEvents implements EventSink {

    static final int SAMPLE = 20;

    private final JsonMapper json;
    private final Brand brand;
    private final List<SampleRecord> sample = new ArrayList<>();
    private long ordinal;
    private long records;
    private long refunds;
    private long anonymous;

    SampledEvents(JsonMapper json, Brand brand) {
        this.json = json;
        this.brand = brand;
    }

    @Override
    public long done() {
        return 0;
    }

    @Override
    public void append(List<NewEvent> piece) {
        for (NewEvent event : piece) {
            ordinal++;
            if (event.name().equals(EventNames.ORDER_REFUNDED)) {
                refunds++;
            } else if (!event.name().equals(EventNames.MEMBER_JOINED)) {
                records++;
                anonymous += event.subject() instanceof Subject.Nobody ? 1 : 0;
            }
            if (sample.size() < SAMPLE) {
                sample.add(shown(event));
            }
        }
    }

    @Override
    public long ordinal() {
        return ordinal;
    }

    DryRun ofOrders(long lines, long rejected) {
        return new DryRun(new ImportCounts(lines, rejected, records, refunds, anonymous, 0, 0), sample);
    }

    DryRun ofRecords(long lines, long rejected) {
        return new DryRun(ImportCounts.ofRecords(lines, rejected, records, 0, 0), sample);
    }

    private SampleRecord shown(NewEvent event) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (event.subject() instanceof Subject.Identified identified) {
            identified
                    .identifiers()
                    .forEach(identifier -> facts.put(identifier.kind().code(), masked(identifier)));
        }
        JsonNode properties = json.readTree(event.properties());
        properties.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isValueNode()) {
                String text = value.asString();
                facts.put(property.getKey(), Vault.isSealed(text) ? "****" : text);
            }
        });
        if (properties.has("products")) {
            Order order = json.treeToValue(properties, Order.class);
            facts.put("lines", Integer.toString(order.lines().size()));
            facts.put(
                    "amount",
                    java.math.BigDecimal.valueOf(order.amount(brand.fractionDigits()), brand.fractionDigits())
                            .toPlainString());
        }
        return new SampleRecord(event.name(), event.at(), facts);
    }

    private static String masked(Identifier identifier) {
        String value = identifier.value();
        return switch (identifier.kind()) {
            case PHONE -> value.substring(0, 3) + "****" + value.substring(Math.max(3, value.length() - 4));
            case EMAIL -> value.charAt(0) + "***" + value.substring(Math.max(0, value.indexOf('@')));
            case MEMBER_NO, USER_ID, UNIONID, EXTERNAL_USERID, ANONYMOUS_ID, OPENID, BUYER_ID -> value;
        };
    }
}
