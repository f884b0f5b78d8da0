package io.waterwheel.intake.file;

import io.waterwheel.customer.Customers;
import io.waterwheel.intake.DryRun;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportKind;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.job.JobRun;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Files with one line per product of an order.
@Component
class OrderFile implements FileKind {

    static final String ORDER_NUMBER = "orderNumber";
    static final String PAID_AT = "paidAt";
    static final String CUSTOMER = "customer";
    static final String PRODUCT_CODE = "productCode";
    static final String PRODUCT_NAME = "productName";
    static final String QUANTITY = "quantity";
    static final String UNIT_PRICE = "unitPrice";
    static final String COUNTRY = "country";
    static final String STORE = "store";

    private static final List<FileField> FIELDS = List.of(
            FileField.required(
                    ORDER_NUMBER,
                    FileField.Looks.ANYHOW,
                    "ordernumber",
                    "orderno",
                    "orderid",
                    "invoice",
                    "invoiceno",
                    "invoicenumber",
                    "invoiceid",
                    "order",
                    "transactionid",
                    "receiptno",
                    "订单号",
                    "订单编号",
                    "订单id",
                    "交易号",
                    "交易单号",
                    "单号",
                    "小票号",
                    "流水号",
                    "发票号"),
            FileField.required(
                    PAID_AT,
                    FileField.Looks.TIME,
                    "paidat",
                    "paymenttime",
                    "paymentdate",
                    "paytime",
                    "invoicedate",
                    "orderdate",
                    "ordertime",
                    "purchasedate",
                    "createdat",
                    "transactiondate",
                    "datetime",
                    "date",
                    "time",
                    "timestamp",
                    "付款时间",
                    "支付时间",
                    "付款日期",
                    "下单时间",
                    "订单时间",
                    "成交时间",
                    "交易时间",
                    "消费时间",
                    "订单创建时间",
                    "下单日期",
                    "日期",
                    "时间"),
            FileField.optional(
                    CUSTOMER,
                    "customer",
                    "customerid",
                    "customerno",
                    "customernumber",
                    "memberno",
                    "memberid",
                    "membernumber",
                    "userid",
                    "buyer",
                    "buyerid",
                    "cardno",
                    "会员号",
                    "会员编号",
                    "会员卡号",
                    "会员id",
                    "客户号",
                    "客户编号",
                    "客户id",
                    "买家",
                    "买家id",
                    "买家会员名",
                    "顾客编号",
                    "用户id"),
            FileField.optional(
                    PRODUCT_CODE,
                    "productcode",
                    "stockcode",
                    "sku",
                    "skuid",
                    "skucode",
                    "productid",
                    "productno",
                    "itemcode",
                    "itemid",
                    "barcode",
                    "商品编码",
                    "商品编号",
                    "商品id",
                    "商品代码",
                    "货号",
                    "商家编码",
                    "条码",
                    "商品条码",
                    "规格编码"),
            FileField.optional(
                    PRODUCT_NAME,
                    "productname",
                    "description",
                    "product",
                    "item",
                    "itemname",
                    "producttitle",
                    "title",
                    "lineitemname",
                    "商品名称",
                    "商品名",
                    "宝贝标题",
                    "商品标题",
                    "商品",
                    "品名",
                    "货品名称"),
            FileField.required(
                    QUANTITY,
                    FileField.Looks.WHOLE_NUMBER,
                    "quantity",
                    "qty",
                    "units",
                    "count",
                    "lineitemquantity",
                    "amountbought",
                    "数量",
                    "购买数量",
                    "商品数量",
                    "件数",
                    "销售数量"),
            FileField.required(
                    UNIT_PRICE,
                    FileField.Looks.FRACTION,
                    "unitprice",
                    "price",
                    "itemprice",
                    "lineitemprice",
                    "saleprice",
                    "单价",
                    "价格",
                    "商品单价",
                    "成交单价",
                    "售价",
                    "实付单价"),
            FileField.optional(COUNTRY, "country", "countryregion", "国家", "国家地区"),
            FileField.optional(
                    STORE, "store", "storeid", "storeno", "shop", "shopid", "branch", "门店", "门店编号", "门店编码", "店铺",
                    "门店id", "门店名称"));

    private final EventLog log;
    private final Customers customers;
    private final ImportReach reach;
    private final ProductNames products;
    private final JsonMapper json;
    private final InstantSource clock;

    OrderFile(
            EventLog log,
            Customers customers,
            ImportReach reach,
            ProductNames products,
            JsonMapper json,
            InstantSource clock) {
        this.log = log;
        this.customers = customers;
        this.reach = reach;
        this.products = products;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ORDERS;
    }

    @Override
    public List<FileField> fields() {
        return FIELDS;
    }

    @Override
    public ImportCounts run(ImportTask task, JobRun run) {
        EventAppender appender = EventAppender.begin(task, run, log, customers, reach, clock);
        OrderImport.Lines lines =
                new OrderImport(task, run, appender, new OrderJson(json), products).run(appender.startedAt());
        return appender.orderCounts(lines.count(), lines.rejected());
    }

    @Override
    public DryRun check(ImportTask task, JobRun run) {
        SampledEvents sampled = new SampledEvents(json, task.brand());
        OrderImport.Lines lines =
                new OrderImport(task, run, sampled, new OrderJson(json), products).run(clock.instant());
        return sampled.ofOrders(lines.count(), lines.rejected());
    }

    /// Whether an order of that number is a refund when its quantities are below zero.
    static boolean mayBeRefund(String number) {
        char first = number.charAt(0);
        return first == 'C' || first == 'c';
    }
}
