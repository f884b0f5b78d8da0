package io.waterwheel.intake.file;

import io.waterwheel.kernel.event.IdentifierKind;
import java.util.List;
import java.util.Map;

/// What files of customers tell, and what its columns are called in the wild.
final class CustomerFields {

    static final String MEMBER_NO = "memberNo";
    static final String PHONE = "phone";
    static final String EMAIL = "email";
    static final String USER_ID = "userId";
    static final String UNIONID = "unionid";
    static final String EXTERNAL_USERID = "externalUserid";
    static final String OPENID = "openid";
    static final String BUYER_ID = "buyerId";
    static final String PLATFORM = "platform";
    static final String NAME = "name";
    static final String GENDER = "gender";
    static final String BIRTHDAY = "birthday";
    static final String CITY = "city";
    static final String PROVINCE = "province";
    static final String ADDRESS = "address";
    static final String TAGS = "tags";
    static final String MEMBER_SINCE = "memberSince";
    static final String UPDATED_AT = "updatedAt";

    /// Those that name a person by themselves and are taken as they stand.
    static final Map<String, IdentifierKind> PLAIN_IDENTIFIERS = Map.of(
            MEMBER_NO, IdentifierKind.MEMBER_NO,
            USER_ID, IdentifierKind.USER_ID,
            UNIONID, IdentifierKind.UNIONID,
            EXTERNAL_USERID, IdentifierKind.EXTERNAL_USERID,
            OPENID, IdentifierKind.OPENID);

    static final FileField MEMBER_NO_FIELD = FileField.optional(
            MEMBER_NO,
            "memberno",
            "memberid",
            "membernumber",
            "membercode",
            "cardno",
            "cardnumber",
            "customerno",
            "customerid",
            "customernumber",
            "customercode",
            "会员号",
            "会员编号",
            "会员卡号",
            "会员id",
            "卡号",
            "客户号",
            "客户编号",
            "客户id",
            "顾客编号");

    static final FileField PHONE_FIELD = FileField.optional(
            PHONE,
            "phone",
            "mobile",
            "phonenumber",
            "mobilephone",
            "mobilenumber",
            "tel",
            "telephone",
            "cellphone",
            "手机",
            "手机号",
            "手机号码",
            "电话",
            "电话号码",
            "联系电话",
            "联系方式");

    static final FileField USER_ID_FIELD =
            FileField.optional(USER_ID, "userid", "uid", "user", "accountid", "用户id", "用户编号", "用户号");

    static final List<FileField> ALL = List.of(
            MEMBER_NO_FIELD,
            PHONE_FIELD,
            FileField.optional(EMAIL, "email", "mail", "emailaddress", "邮箱", "电子邮件", "电子邮箱", "邮件"),
            USER_ID_FIELD,
            FileField.optional(UNIONID, "unionid", "wechatunionid", "微信unionid"),
            FileField.optional(EXTERNAL_USERID, "externaluserid", "externalid", "企微外部联系人id", "外部联系人id"),
            FileField.optional(OPENID, "openid", "wechatopenid", "微信openid"),
            FileField.optional(
                    BUYER_ID, "buyerid", "buyernick", "buyer", "tmallbuyer", "买家id", "买家昵称", "买家会员名", "买家号", "平台买家id"),
            FileField.optional(PLATFORM, "platform", "平台", "电商平台"),
            FileField.optional(
                    NAME,
                    "name",
                    "customername",
                    "fullname",
                    "membername",
                    "nickname",
                    "姓名",
                    "名字",
                    "客户姓名",
                    "客户名称",
                    "会员姓名",
                    "昵称"),
            FileField.optional(GENDER, "gender", "sex", "性别"),
            FileField.optional(BIRTHDAY, "birthday", "birthdate", "dateofbirth", "dob", "生日", "出生日期", "出生年月日"),
            FileField.optional(CITY, "city", "城市", "所在城市", "市"),
            FileField.optional(PROVINCE, "province", "state", "region", "省", "省份", "所在省份"),
            FileField.optional(ADDRESS, "address", "street", "streetaddress", "地址", "详细地址", "收货地址", "联系地址"),
            FileField.optional(TAGS, "tags", "tag", "labels", "标签", "客户标签"),
            FileField.optional(
                    MEMBER_SINCE,
                    "membersince",
                    "joinedat",
                    "joindate",
                    "registeredat",
                    "registrationdate",
                    "createdat",
                    "入会时间",
                    "入会日期",
                    "注册时间",
                    "注册日期",
                    "开卡时间",
                    "开卡日期"),
            FileField.optional(UPDATED_AT, "updatedat", "modifiedat", "lastmodified", "asof", "更新时间", "修改时间", "最后更新"));

    private CustomerFields() {}
}
