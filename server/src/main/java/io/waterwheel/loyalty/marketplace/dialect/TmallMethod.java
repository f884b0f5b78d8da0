package io.waterwheel.loyalty.marketplace.dialect;

import java.util.Arrays;

/// What Tmall asks for, and under which name it looks for the result.
enum TmallMethod {
    ASK("tmall.mei.crm.member.bind.query", "bind_code"),
    BIND("tmall.mei.crm.bind", "bind_code"),
    REGISTER("tmall.mei.crm.member.register", "register_code"),
    UNBIND("tmall.mei.crm.unbind", "bind_code"),
    LOOK("tmall.mei.crm.member.query", "query_code"),
    POINTS("tmall_mei_PointChange", "result_code"),
    UNKNOWN("", "result_code");

    private final String method;
    private final String result;

    TmallMethod(String method, String result) {
        this.method = method;
        this.result = result;
    }

    static TmallMethod of(MarketRequest request) {
        String asked = request.query().getOrDefault("method", "");
        return Arrays.stream(values())
                .filter(one -> one.method.equals(asked))
                .findFirst()
                .orElse(UNKNOWN);
    }

    String result() {
        return result;
    }
}
