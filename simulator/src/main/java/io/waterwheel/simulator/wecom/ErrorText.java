package io.waterwheel.simulator.wecom;

/// The `errmsg` that goes with an `errcode` (WeCom doc path/90313).
final class ErrorText {
    private ErrorText() {}

    static String of(int code) {
        return switch (code) {
            case -1 -> "system busy";
            case 0 -> "ok";
            case 40001 -> "invalid credential";
            case 40013 -> "invalid corpid";
            case 40014 -> "invalid access_token";
            case 40029 -> "invalid code";
            case 40056 -> "invalid agentid";
            case 40058 -> "invalid request parameter";
            case 40063 -> "some parameters are empty";
            case 40068 -> "invalid tagid";
            case 40096 -> "invalid external userid";
            case 41001 -> "access_token missing";
            case 41048 -> "no customer to send";
            case 42001 -> "access_token expired";
            case 45002 -> "content size out of limit";
            case 45009 -> "api freq out of limit";
            case 45033 -> "api concurrent out of limit";
            case 47001 -> "data format error";
            case 48002 -> "api forbidden";
            case 48009 -> "api forbidden for no contact permission";
            case 49008 -> "group chat has been dismissed";
            case 60011 -> "no privilege to access/modify contact/party/agent";
            case 60020 ->
                "not allow to access from your ip, more info at https://open.work.weixin.qq.com/devtool/query?e=60020";
            case 60111 -> "userid not found";
            case 60123 -> "invalid party id";
            case 81013 -> "user & party & tag all invalid";
            case 84061 -> "not external contact";
            default -> "error";
        };
    }
}
