package io.waterwheel.intake.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.event.Order;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class OrderRulesTests {

    private final OrderRules rules = new OrderRules(JsonMapper.builder().build().readerFor(Order.class));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'order_id':'1'}",
                "{'order_id':1,'total':'12.50','coupon':'X'}",
                "{'order_id':'1','total':0,'products':[{'product_id':'a','price':2.555,'quantity':3}]}",
                "{'order_id':'1','total':100000000000}",
                "{'order_id':'1','products':[{'price':1,'quantity':0.25}]}",
                "{'order_id':'1','total':1,'currency':'cny'}"
            })
    void aPlainOrderPasses(String order) {
        assertThat(check(order)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'total':1} | ORDER_ID_MISSING",
                "{'order_id':' '} | ORDER_ID_MISSING",
                "{'order_id':'1','total':'many'} | ORDER_UNREADABLE",
                "{'order_id':'1','products':7} | ORDER_UNREADABLE",
                "{'order_id':'1','products':[null]} | ORDER_UNREADABLE",
                "{'order_id':'1','total':-0.01} | PRICE_NEGATIVE",
                "{'order_id':'1','products':[{'price':-1}]} | PRICE_NEGATIVE",
                "{'order_id':'1','products':[{'price':1,'quantity':0}]} | QUANTITY_NOT_POSITIVE",
                "{'order_id':'1','products':[{'price':1,'quantity':-2}]} | QUANTITY_NOT_POSITIVE",
                "{'order_id':'1','total':100000000000.01} | AMOUNT_TOO_LARGE",
                "{'order_id':'1','total':1,'products':[{'price':100000000000.01}]} | AMOUNT_TOO_LARGE",
                "{'order_id':'1','total':92233720368547758.08} | AMOUNT_TOO_LARGE",
                "{'order_id':'1','total':1,'currency':'GBP'} | CURRENCY_DIFFERS",
                "{'order_id':'1','total':1e999999999} | AMOUNT_TOO_LARGE",
                "{'order_id':'1','total':'1e-999999999'} | AMOUNT_TOO_LARGE",
                "{'order_id':'1','products':[{'price':60000000000000000},{'price':60000000000000000}]} | AMOUNT_TOO_LARGE"
            })
    void aBadOrderIsRefusedWithItsReason(String order, RefusalReason reason) {
        assertThat(check(order)).isEqualTo(reason);
    }

    private @Nullable RefusalReason check(String order) {
        byte[] body = order.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return rules.check(
                body,
                new JsonPart(0, body.length, false, List.of(), List.of(), null, null),
                Currency.getInstance("CNY"));
    }
}
