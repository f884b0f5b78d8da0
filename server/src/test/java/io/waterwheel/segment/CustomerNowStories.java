package io.waterwheel.segment;

import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventLog.Appended;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// One customer asked at this moment, without waiting for the warehouse.
@ServerTest
class CustomerNowStories {

    @Autowired
    private EventLog log;

    @Autowired
    private Segments segments;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private String path;

    @BeforeEach
    void aBrandAndItsOperator() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        path = "/api/brands/" + brand.key();
    }

    @Test
    void whatWasAcknowledgedBeforeTheQuestionCounts() {
        for (int many = 1; many <= 8; many++) {
            SegmentId buyers = save("at least " + many, atLeast(many));
            CustomerNo lin = buys("lin", "o" + many);
            assertThat(segments.contains(brand, buyers, lin)).isTrue();
            assertThat(segments.contains(brand, buyers, buys("other", "x" + many)))
                    .isTrue();
            assertThat(segments.contains(brand, save("more than " + many, atLeast(many + 1)), lin))
                    .isFalse();
        }
    }

    @Test
    void theSegmentsOfACustomerAreThoseOfThisMoment() {
        SegmentId twice = save("twice", atLeast(2));
        save("thrice", atLeast(3));
        save("not twice", "{'type':'not','condition':{'type':'segment','segment':'" + twice + "'}}");
        CustomerNo lin = buys("lin", "o1");
        assertThat(names(lin)).containsExactly("not twice");
        buys("lin", "o2");
        assertThat(names(lin)).containsExactly("twice");
        buys("lin", "o3");
        assertThat(names(lin)).containsExactly("thrice", "twice");
    }

    @Test
    void nobodyIsFoundWhomTheBrandDoesNotKnow() {
        SegmentId everybody = save("everybody", "{'type':'and','conditions':[]}");
        CustomerNo lin = buys("lin", "o1");
        Brand other = brands.chinese();
        assertThatThrownBy(() -> segments.contains(brand, everybody, new CustomerNo(2_000_000_000)))
                .isInstanceOf(Problem.class)
                .satisfies(e -> assertThat(((Problem) e).type()).isEqualTo(KernelProblem.NOT_FOUND));
        assertThatThrownBy(() -> segments.contains(other, everybody, lin)).isInstanceOf(Problem.class);
        Answer elsewhere = operator.get("/api/brands/" + other.key() + "/customers/" + lin + "/segments");
        assertThat(elsewhere.code()).isEqualTo("not-found");
        assertThat(elsewhere.json().path("detail").asString()).contains("customer " + lin);
        assertThat(operator.get(path + "/customers/0/segments").status()).isEqualTo(404);
        assertThat(browsers.signedIn(Role.GUIDE)
                        .get(path + "/customers/" + lin + "/segments")
                        .status())
                .isEqualTo(403);
    }

    private List<String> names(CustomerNo customer) {
        return operator.get(path + "/customers/" + customer + "/segments")
                .json()
                .valueStream()
                .map(one -> one.path("name").asString())
                .toList();
    }

    private static String atLeast(int many) {
        return "{'type':'orders','measure':'count','operator':'atLeast','value':" + many + "}";
    }

    private SegmentId save(String name, String definition) {
        Answer saved =
                operator.post(path + "/segments", json("{'name':'" + name + "','definition':" + definition + "}"));
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        return SegmentId.of(saved.json().path("id").asString());
    }

    private CustomerNo buys(String user, String number) {
        Appended appended = log.append(
                        List.of(TestEvents.order(brand, TestEvents.member(user), user + number, "9.00", Instant.now())))
                .getFirst();
        return Objects.requireNonNull(((Appended.Written) appended).customer());
    }
}
