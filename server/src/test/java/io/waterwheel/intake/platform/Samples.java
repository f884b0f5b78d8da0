package io.waterwheel.intake.platform;

/// Messages in the shapes of the platforms' public pages, made up throughout: no real people, orders or keys.
public final class Samples {

    private Samples() {}

    /// `taobao.trade.fullinfo.get`: two lines, a discount over the whole order, shipping; `status` and what follows
    /// from it are filled in.
    public static String tmallTrade(String tid, String status, String times, String mobile) {
        return """
                {"trade_fullinfo_get_response":{"trade":{
                  "tid":%1$s,"tid_str":"%1$s","status":"%2$s","type":"fixed",%3$s
                  "seller_nick":"茶水旗舰店","buyer_nick":"小**水","buyer_open_uid":"AAHq0T_SampleOpenUid01",
                  "oaid":"1PqSampleOaid","receiver_name":"李**","receiver_mobile":"%4$s",
                  "receiver_state":"浙江省","receiver_city":"杭州市","receiver_address":"文*路*号",
                  "payment":"178.00","total_fee":"200.00","post_fee":"10.00","discount_fee":"0.00",
                  "orders":{"order":[
                    {"oid":%1$s1,"num_iid":611000001,"sku_id":"4400001","outer_sku_id":"TEA-100","title":"龙井 100g",
                     "price":"50.00","num":3,"total_fee":"150.00","discount_fee":"0.00","part_mjz_discount":"24.00",
                     "divide_order_fee":"126.00","payment":"150.00","refund_status":"NO_REFUND","status":"%2$s"},
                    {"oid":%1$s2,"num_iid":611000002,"outer_iid":"CUP-1","title":"玻璃杯",
                     "price":"50.00","num":1,"total_fee":"50.00","part_mjz_discount":"8.00",
                     "divide_order_fee":"42.00","payment":"50.00","refund_status":"NO_REFUND","status":"%2$s"}]}}}}""".formatted(tid, status, times, mobile);
    }

    public static final String TMALL_PAID =
            "\"created\":\"2026-03-01 09:00:00\",\"pay_time\":\"2026-03-01 09:05:30\",\"modified\":\"2026-03-01 09:05:31\",";

    public static final String TMALL_SHIPPED =
            "\"created\":\"2026-03-01 09:00:00\",\"pay_time\":\"2026-03-01 09:05:30\","
                    + "\"consign_time\":\"2026-03-02 14:00:00\",\"modified\":\"2026-03-02 14:00:01\",";

    public static final String TMALL_FINISHED =
            "\"created\":\"2026-03-01 09:00:00\",\"pay_time\":\"2026-03-01 09:05:30\","
                    + "\"consign_time\":\"2026-03-02 14:00:00\",\"end_time\":\"2026-03-09 20:00:00\","
                    + "\"modified\":\"2026-03-09 20:00:01\",";

    /// A TMC message, whose content is JSON in a text.
    public static String tmallRefundSuccess(String tid, String refundId, String fee, String modified) {
        return """
                {"id":4160600490938325004,"topic":"taobao_refund_RefundSuccess","user_nick":"茶水旗舰店",
                 "content":"{\\"bill_type\\":\\"refund_bill\\",\\"buyer_nick\\":\\"小**水\\",\\"modified\\":\\"%4$s\\",\
                \\"oid\\":%1$s2,\\"refund_fee\\":\\"%3$s\\",\\"refund_id\\":%2$s,\\"refund_phase\\":\\"onsale\\",\
                \\"seller_nick\\":\\"茶水旗舰店\\",\\"tid\\":%1$s}"}""".formatted(tid, refundId, fee, modified);
    }

    public static String tmallNotice(String topic, String tid, String modified) {
        return """
                {"topic":"%s","content":{"tid":%s,"buyer_nick":"小**水","payment":"178.00","status":"X",
                 "modified":"%s"}}""".formatted(topic, tid, modified);
    }

    /// `jingdong.pop.order.get`, wrapped as JD does, with JD's own spelling.
    public static String jdOrder(String id, String state, String times) {
        return """
                {"jingdong_pop_order_get_responce":{"code":"0","orderDetailInfo":{"apiResult":{"success":true},"orderInfo":{
                  "orderId":"%s","venderId":"10001","orderState":"%s","payType":"4-在线支付",%s
                  "orderTotalPrice":"130.00","orderSellerPrice":"110.00","orderPayment":"100.00","balanceUsed":"8.00",
                  "freightPrice":"6.00","sellerDiscount":"20.00","pin":"jd_sample_pin","open_id_buyer":"oBuyerSampleJd01",
                  "consigneeInfo":{"fullname":"王**","mobile":"139****2345","telephone":"","province":"江苏","city":"南京市",
                     "fullAddress":"江苏南京市***"},
                  "itemInfoList":[
                    {"skuId":"100001","outerSkuId":"TEA-100","skuName":"龙井 100g","jdPrice":"50.00","itemTotal":"2","wareId":"9001"},
                    {"skuId":"100002","skuName":"茶包","jdPrice":"30.00","itemTotal":"1","wareId":"9002"}],
                  "couponDetailList":[
                    {"orderId":"%1$s","skuId":"100002","couponType":"30-单品促销优惠","couponPrice":"10.00"},
                    {"orderId":"%1$s","skuId":"","couponType":"41-京东券优惠","couponPrice":"10.00"}]}}}}""".formatted(id, state, times);
    }

    public static final String JD_PAID =
            "\"orderStartTime\":\"2026-03-01 10:00:00\",\"paymentConfirmTime\":\"2026-03-01 10:01:00\","
                    + "\"orderEndTime\":\"0001-01-01 00:00:00\",\"modified\":\"2026-03-01 10:02:00\",";

    public static final String JD_SHIPPED =
            "\"orderStartTime\":\"2026-03-01 10:00:00\",\"paymentConfirmTime\":\"2026-03-01 10:01:00\","
                    + "\"orderEndTime\":\"\",\"modified\":\"2026-03-02 08:00:00\",";

    public static final String JD_FINISHED =
            "\"orderStartTime\":\"2026-03-01 10:00:00\",\"paymentConfirmTime\":\"2026-03-01 10:01:00\","
                    + "\"orderEndTime\":\"2026-03-05 18:00:00\",\"modified\":\"2026-03-05 18:00:02\",";

    /// A refund application: its money is fen.
    public static String jdRefund(String id, String orderId, String status) {
        return """
                {"id":"%s","buyerId":"jd_sample_pin","buyerName":"jd_sample_pin","orderId":"%s","status":"%s",
                 "applyTime":"2026-03-06 09:00:00","checkTime":"2026-03-06 12:30:00","applyRefundSum":"2550",
                 "reason":"不想要了"}""".formatted(id, orderId, status);
    }

    /// `full_order_info` of `youzan.trade.get`.
    public static String youzanOrder(String tid, String status, String times, String phone) {
        return """
                {"full_order_info":{
                  "order_info":{"tid":"%s","status":"%s",%s"shop_name":"茶水小程序","type":0,"pay_type":10},
                  "pay_info":{"total_fee":"108.00","post_fee":"8.00","payment":"98.00","outer_transactions":[],"transaction":[]},
                  "buyer_info":{"yz_open_id":"lDWySample0001","outer_user_id":"oY0DB6wvFtW40hAL-lIRl4MKXKXE","fans_type":9,
                     "buyer_phone":"%s"},
                  "address_info":{"receiver_name":"$Sample==$1$","receiver_tel":"$SampleTel==$1$","delivery_province":"四川省",
                     "delivery_city":"成都市","delivery_address":"$SampleAddr==$1$"},
                  "orders":[{"oid":"1600001","item_id":5001,"sku_id":7001,"outer_sku_id":"TEA-100","title":"龙井 100g","num":2,
                     "price":"50.00","total_fee":"100.00","payment":"90.00"}],
                  "remark_info":{"buyer_message":""}}}""".formatted(tid, status, times, phone);
    }

    public static final String YOUZAN_PAID =
            "\"created\":\"2026-02-20 19:59:00\",\"pay_time\":\"2026-02-20 20:00:00\",\"consign_time\":\"\",\"success_time\":\"\",";

    /// A pushed message, `msg` in percent-encoding.
    public static String youzanMessage(String type, String id, String msg) {
        String encoded = java.net.URLEncoder.encode(msg, java.nio.charset.StandardCharsets.UTF_8);
        return """
                {"client_id":"sampleclient","id":"%s","kdt_id":98523,"kdt_name":"茶水小程序","mode":1,"msg":"%s",
                 "msg_id":"6dc15f0b","sendCount":1,"status":"X","test":false,"type":"%s","version":1772000000}""".formatted(id, encoded, type);
    }

    public static String youzanRefund(String tid, String refundId, String fee) {
        return """
                {"tid":"%s","refund_id":"%s","refunded_fee":"%s","refund_type":"REFUND_ONLY","refund_reason":"11",
                 "oids":"1600001","update_time":"2026-02-25 11:00:00"}""".formatted(tid, refundId, fee);
    }

    /// `order.orderDetail`: fen and seconds.
    public static String douyinOrder(String id, String status, String times) {
        return """
                {"data":{"shop_order_detail":{
                  "order_id":"%s","order_status":%s,"main_status":%2$s,%s"pay_type":2,"shop_name":"茶水官方店","shop_id":94956,
                  "open_id":"69175","doudian_open_id":"1@#SampleDoudianOpenId0001==",
                  "post_tel":"","encrypt_post_tel":"##SampleEncrypted##","mask_post_tel":"1********35",
                  "mask_post_addr":{"province":{"name":"广东省","id":"44"},"city":{"name":"深圳市","id":"4403"}},
                  "order_amount":20500,"pay_amount":19050,"post_amount":550,"promotion_amount":1450,
                  "sku_order_list":[
                    {"order_id":"%1$s1","parent_order_id":"%1$s","product_id":3500000001,"product_id_str":"3500000001","sku_id":1700001,
                     "code":"TEA-100","product_name":"龙井 100g","item_num":3,"origin_amount":5000,"order_amount":15000,
                     "pay_amount":14050,"post_amount":550},
                    {"order_id":"%1$s2","parent_order_id":"%1$s","product_id":3500000002,"product_id_str":"3500000002","sku_id":1700002,
                     "product_name":"玻璃杯","item_num":1,"origin_amount":5000,"order_amount":5000,"pay_amount":5000,"post_amount":0}]}}}""".formatted(id, status, times);
    }

    public static final String DOUYIN_PAID =
            "\"create_time\":1772330400,\"pay_time\":1772330460,\"ship_time\":0,\"finish_time\":0,\"update_time\":1772330470,";

    public static final String DOUYIN_FINISHED =
            "\"create_time\":1772330400,\"pay_time\":1772330460,\"ship_time\":1772416800,\"finish_time\":1773021600,"
                    + "\"update_time\":1773021601,";

    /// One message of a push; `data` is JSON in a text.
    public static String douyinMessage(String tag, String data) {
        return "{\"tag\":\"" + tag + "\",\"msg_id\":\"7001\",\"data\":\"" + data.replace("\"", "\\\"") + "\"}";
    }
}
