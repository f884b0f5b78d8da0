package io.waterwheel.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import tools.jackson.databind.JsonNode;

/// Customers who can be written to by e-mail, nineteen in twenty of whom consented, and broadcasts to all of
/// them.
final class Mailing {

    static final String BRAND = "/api/brands/main";

    private static final int POLL_MILLIS = 50;

    private final Product product;
    private final String segment;
    private final String template;

    private Mailing(Product product, String segment, String template) {
        this.product = product;
        this.segment = segment;
        this.template = template;
    }

    static Mailing to(Product product, Connection database, int customers) throws Exception {
        new Load(product).send(Load.batches(customers, Mailing::identified));
        consent(database, customers);
        String segment = id(product.post(BRAND + "/segments", """
                {"name": "everybody", "description": null, "definition": {"type": "and", "conditions": []}}"""));
        String template = id(product.post(BRAND + "/templates", """
                {"name": "hello", "channel": "email", "subject": "{{ customer.name | default: '您' }}好",
                 "body": "{{ customer.name | default: '您' }}，{{ customer.city | default: '本地' }}的新茶到了：{{ link }}",
                 "linkUrl": "https://shop.example.com/new"}"""));
        product.put(BRAND + "/email/settings", """
                {"host": "127.0.0.1", "port": 9, "security": "none", "fromAddress": "shop@example.com", "fromName": "shop"}""");
        return new Mailing(product, segment, template);
    }

    private static String identified(int n) {
        return """
                {"type":"identify","messageId":"b%1$d","userId":"b%1$d","traits":{"name":"王小%1$d","email":"b%1$d@example.com",\
                "city":"杭州"}}""".formatted(n);
    }

    /// Straight into its table.
    private static void consent(Connection database, int customers) throws SQLException {
        try (Statement statement = database.createStatement()) {
            int given = statement.executeUpdate("""
                    insert into customer.consent (brand_id, customer_no, channel, purpose, granted, at, source)
                    select 1, customer_no, 'email', 'marketing', true, now(), 'bench'
                    from customer.relation where customer_no % 20 > 0""");
            if (given < 0.9 * customers) {
                throw new IllegalStateException(given + " of " + customers + " customers are there");
            }
            statement.execute("vacuum analyze");
        }
    }

    /// One that nothing was done with yet; its id.
    String broadcast(String name, int holdoutPercent) throws IOException, InterruptedException {
        return id(product.post(BRAND + "/broadcasts", """
                {"name": "%s", "segmentId": "%s", "templateId": "%s", "purpose": "marketing", "holdoutPercent": %d,
                 "windowDays": 7}""".formatted(name, segment, template, holdoutPercent)));
    }

    /// Has it planned.
    ///
    /// @return seconds until it was
    double plan(String broadcast) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        product.post(BRAND + "/broadcasts/" + broadcast + "/plan", "");
        while (true) {
            String state = product.get(BRAND + "/broadcasts/" + broadcast)
                    .path("state")
                    .asString();
            if (state.equals("planned")) {
                return (System.nanoTime() - begin) / 1e9;
            }
            if (!state.equals("planning")) {
                throw new IllegalStateException("the broadcast is " + state);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /// Else its recipients would count against the cap of the next.
    void delete(String broadcast) throws IOException, InterruptedException {
        product.delete(BRAND + "/broadcasts/" + broadcast);
    }

    private static String id(JsonNode made) {
        return made.path("id").asString();
    }
}
