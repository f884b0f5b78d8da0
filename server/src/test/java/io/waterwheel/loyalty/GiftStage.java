package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.testing.Browser;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Members of one brand who give coupons to each other.
final class GiftStage {

    private final MemberCentreStage centre;
    private final Coupons coupons;

    GiftStage(MemberCentreStage centre, Coupons coupons) {
        this.centre = centre;
        this.coupons = coupons;
    }

    /// @param limit how many each customer may have, such as `1` or `null`
    String template(String terms, String limit) {
        String id = centre.admin
                .post(
                        centre.desk("/coupon-templates"),
                        Browser.json("{'name':'" + UUID.randomUUID() + "','terms':" + terms
                                + ",'stock':null,'budget':null,'perCustomer':" + limit + "}"))
                .json()
                .path("id")
                .asString();
        MemberCentreStage.ok(centre.admin.post(centre.desk("/coupon-templates/" + id + "/activate"), null));
        return id;
    }

    CouponGranted issue(String template, Browser member) {
        return coupons.issue(
                        centre.brand,
                        CouponTemplateId.of(template),
                        List.of(new CouponGrant(
                                UUID.randomUUID().toString(), new CustomerNo(centre.customer(member)), "test")))
                .getFirst();
    }

    String coupon(String template, Browser member) {
        return Long.toString(((CouponGranted.Issued) issue(template, member)).coupon());
    }

    Browser.Answer give(Browser member, String coupon) {
        return member.post(centre.own("/coupons/" + coupon + "/gift"), null);
    }

    Browser.Answer takeBack(Browser member, String coupon) {
        return member.delete(centre.own("/coupons/" + coupon + "/gift"));
    }

    /// Gives it, and says where the link leads below the pages of the brand.
    String link(Browser member, String coupon) {
        Browser.Answer given = give(member, coupon);
        MemberCentreStage.ok(given);
        String url = given.json().path("url").asString();
        String pages = "/m/" + centre.brand.key() + "/gift/";
        assertThat(url).contains(pages);
        return url.substring(url.indexOf(pages) + pages.length());
    }

    Browser.Answer look(Browser member, String link) {
        return member.get(centre.own("/gifts/" + link));
    }

    Browser.Answer take(Browser member, String link) {
        return member.post(centre.own("/gifts/" + link), null);
    }

    /// A coupon as its member sees it.
    JsonNode seen(Browser member, String coupon) {
        return StreamSupport.stream(centre.get(member, "/coupons").spliterator(), false)
                .filter(one -> one.path("id").asString().equals(coupon))
                .findFirst()
                .orElseThrow();
    }
}
