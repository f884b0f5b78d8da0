package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;
import java.util.Arrays;
import java.util.Optional;

/// What orders, or the lines in them, can be told apart by.
public enum OrderFact {
    @JsonProperty("product")
    PRODUCT("product", true, "商品", "product"),
    @JsonProperty("category")
    CATEGORY("category", true, "类目", "category"),
    @JsonProperty("store")
    STORE("store", false, "门店", "store"),
    @JsonProperty("channel")
    CHANNEL("channel", false, "渠道", "channel");

    private final String code;
    private final boolean ofLine;
    private final Text label;

    OrderFact(String code, boolean ofLine, String zh, String en) {
        this.code = code;
        this.ofLine = ofLine;
        this.label = new Text(zh, en);
    }

    /// The fact of that name, empty when there is none.
    public static Optional<OrderFact> find(String code) {
        return Arrays.stream(values()).filter(fact -> fact.code.equals(code)).findFirst();
    }

    /// The name in JSON and in the warehouse.
    public String code() {
        return code;
    }

    /// Whether each line has its own; an order has one of the others.
    public boolean ofLine() {
        return ofLine;
    }

    Text label() {
        return label;
    }
}
