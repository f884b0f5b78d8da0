package io.waterwheel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.warehouse.Warehouse;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What was answered with 200 is counted by whoever asks next. Twenty-five orders of one new customer come as fast as
/// they can be sent, each in a request of its own, some of them twice.
@ServerTest
class ReadYourWritesStories {

    private static final int ORDERS = 25;

    @LocalServerPort
    int port;

    @Autowired
    Sources sources;

    @Autowired
    TestBrands brands;

    @Autowired
    Browsers browsers;

    @Autowired
    Warehouse warehouse;

    Brand brand;
    Browser operator;
    Sender shop;

    @BeforeEach
    void aBrandWithAShop() {
        brand = brands.chinese();
        operator = browsers.commandLine();
        shop = new Sender(port, sources.create(brand, "shop").writeKey());
    }

    @Test
    void eachAnswerIsCountedBeforeTheNextEventIsSent() throws Exception {
        try (HttpClient connection = connection()) {
            for (int order = 1; order <= ORDERS; order++) {
                send(connection, order);
                assertThat(row().get("orders").intValue()).isEqualTo(order);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void afterTheLastAnswerEveryCountIsExact(int connections) throws Exception {
        for (int repetition = 0; repetition < 3; repetition++) {
            aBrandWithAShop();
            sendOver(connections);

            JsonNode row = row();
            assertThat(row.get("orders").intValue()).isEqualTo(ORDERS);
            assertThat(row.get("netSales").longValue()).isEqualTo(ORDERS * 1_250L);
            String customer = "/customers/" + row.get("customerNo").intValue();
            JsonNode summary = get(customer).get("summary");
            assertThat(summary.get("orders").intValue()).isEqualTo(ORDERS);
            assertThat(summary.get("grossSales").longValue()).isEqualTo(ORDERS * 1_250L);
            assertThat(get(customer + "/orders?limit=100").get("items")).hasSize(ORDERS);
            assertThat(get(customer + "/timeline?limit=100").get("items")).hasSize(ORDERS);

            assertThat(warehouse.catchUp(Duration.ofMinutes(1))).isTrue();
            assertThat(customersWithOrders(12)).isEqualTo(1);
            assertThat(customersWithOrders(ORDERS)).isEqualTo(1);
            assertThat(customersWithOrders(ORDERS + 1)).isZero();
        }
    }

    private void sendOver(int connections) throws Exception {
        AtomicInteger next = new AtomicInteger(1);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                sent.add(senders.submit(() -> {
                    try (HttpClient connection = connection()) {
                        start.await();
                        for (int order = next.getAndIncrement(); order <= ORDERS; order = next.getAndIncrement()) {
                            send(connection, order);
                            if (order % 5 == 0) {
                                send(connection, order);
                            }
                        }
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : sent) {
                one.get();
            }
        }
    }

    /// HTTP/1.1 and one request at a time: one connection.
    private static HttpClient connection() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private void send(HttpClient connection, int order) throws Exception {
        byte[] body = """
                {"userId":"lin","messageId":"m%1$d","event":"Order Completed",\
                "properties":{"order_id":"o%1$d","total":12.5}}""".formatted(order).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = connection.send(
                shop.to("/v1/track").POST(BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /// The one row of the list of customers.
    private JsonNode row() {
        JsonNode found = get("/customers?q=lin").get("items");
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private int customersWithOrders(int atLeast) {
        String definition =
                "{\"type\":\"orders\",\"measure\":\"count\",\"operator\":\"atLeast\",\"value\":" + atLeast + "}";
        return operator.post("/api/brands/" + brand.key() + "/segments/count", "{\"definition\":" + definition + "}")
                .json()
                .get("count")
                .intValue();
    }

    private JsonNode get(String path) {
        return operator.get("/api/brands/" + brand.key() + path).json();
    }
}
