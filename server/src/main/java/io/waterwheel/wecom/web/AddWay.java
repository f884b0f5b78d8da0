package io.waterwheel.wecom.web;

import io.waterwheel.kernel.Text;

/// WeCom's ways of becoming friends (doc path/92114, 来源定义, read 2025-11).
final class AddWay {

    private AddWay() {}

    static Text label(int way) {
        return switch (way) {
            case 0 -> new Text("未知来源", "Unknown");
            case 1 -> new Text("扫描二维码", "QR code");
            case 2 -> new Text("搜索手机号", "Phone number search");
            case 3 -> new Text("名片分享", "Shared card");
            case 4 -> new Text("群聊", "Group chat");
            case 5 -> new Text("手机通讯录", "Phone contacts");
            case 6 -> new Text("微信联系人", "WeChat contact");
            case 8 -> new Text("安装第三方应用时自动添加客服", "Third-party app's service");
            case 9 -> new Text("搜索邮箱", "E-mail search");
            case 10 -> new Text("视频号添加", "Channels");
            case 11 -> new Text("通过日程参与人添加", "Calendar participant");
            case 12 -> new Text("通过会议参与人添加", "Meeting participant");
            case 13 -> new Text("添加微信好友对应的企业微信", "WeCom account of a WeChat friend");
            case 14 -> new Text("通过智慧硬件专属客服添加", "Smart device's service");
            case 15 -> new Text("通过上门服务客服添加", "Home service");
            case 16 -> new Text("通过获客链接添加", "Acquisition link");
            case 17 -> new Text("通过定制开发添加", "Custom development");
            case 18 -> new Text("通过需求回复添加", "Reply to a request");
            case 21 -> new Text("通过第三方售前客服添加", "Third-party pre-sales service");
            case 22 -> new Text("通过可能的商务伙伴添加", "Suggested business partner");
            case 24 -> new Text("通过接受微信账号收到的好友申请添加", "Accepted WeChat request");
            case 201 -> new Text("内部成员共享", "Shared by a colleague");
            case 202 -> new Text("管理员分配", "Assigned by an administrator");
            default -> new Text("其他（" + way + "）", "Other (" + way + ")");
        };
    }
}
