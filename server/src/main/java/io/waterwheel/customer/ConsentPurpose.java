package io.waterwheel.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a customer may allow or refuse, each for itself: 个人信息保护法 asks for a purpose that is clear and for a
/// consent of its own when the purpose is another.
public enum ConsentPurpose {
    @JsonProperty("marketing")
    MARKETING("营销", "Marketing", "推送活动、新品和优惠", "Hearing of campaigns, new products and offers"),
    @JsonProperty("service")
    SERVICE("服务", "Service", "订单、售后和会员权益的通知", "Messages about orders, after-sales and membership"),
    @JsonProperty("analytics")
    ANALYTICS("分析", "Analytics", "用行为数据做统计和模型", "Behaviour used in statistics and models"),
    @JsonProperty("personalisation")
    PERSONALISATION("个性化", "Personalisation", "按个人喜好推荐内容和商品", "Content and products chosen by personal taste");

    private final Text title;
    private final Text meaning;

    ConsentPurpose(String titleZh, String titleEn, String meaningZh, String meaningEn) {
        this.title = new Text(titleZh, titleEn);
        this.meaning = new Text(meaningZh, meaningEn);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text title() {
        return title;
    }

    public Text meaning() {
        return meaning;
    }

    /// The purpose of that code, empty when it is none of ours.
    public static Optional<ConsentPurpose> find(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst();
    }
}
