package io.waterwheel.wechat.account;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.wechat.WechatProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.apache.http.conn.ConnectTimeoutException;

/// What a failed call means: WeChat's errcode as what became of the message.
public final class WechatFailure {

    private WechatFailure() {}

    public static CallOutcome outcome(Exception failure) {
        if (failure instanceof WxErrorException refused && refused.getError() != null) {
            WxError error = refused.getError();
            return answered(error.getErrorCode(), String.valueOf(error.getErrorMsg()), failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                // Without a connection nothing can have been done; with one, nobody knows.
                boolean never = io instanceof ConnectException
                        || io instanceof UnknownHostException
                        || io instanceof ConnectTimeoutException;
                return never ? unreachable(io, failure) : new CallOutcome.Unsure("connection-lost");
            }
        }
        // WxJava gives up on −1 with an exception that has no cause.
        return failure.getCause() == null && failure instanceof WxRuntimeException
                ? answered(-1, "system busy", failure)
                : new CallOutcome.Unsure("connection-lost");
    }

    private static CallOutcome unreachable(IOException io, Exception failure) {
        return new CallOutcome.Later(
                Duration.ZERO,
                new Problem(WechatProblem.WECHAT_UNREACHABLE, failure)
                        .with("reason", io.getClass().getSimpleName()));
    }

    /// Codes of the global table (全局返回码, read in November 2026).
    private static CallOutcome answered(int errcode, String errmsg, Exception failure) {
        return switch (errcode) {
            // Tokens: WxJava has already fetched a new one and was refused again, which passes.
            case -1, 40014, 42001, 42007, 45009, 45011, 50002 ->
                new CallOutcome.Later(Duration.ZERO, problem(WechatProblem.WECHAT_BUSY, errcode, errmsg, failure));
            case 40001, 40013, 40125, 40243, 41002, 41004 ->
                blocked(WechatProblem.WECHAT_CREDENTIAL, errcode, errmsg, failure);
            case 40164, 61004, 89503 -> blocked(WechatProblem.WECHAT_IP_NOT_ALLOWED, errcode, errmsg, failure);
            case 48001, 48002, 48004, 50001 -> blocked(WechatProblem.WECHAT_API_FORBIDDEN, errcode, errmsg, failure);
            case 40037 -> blocked(WechatProblem.WECHAT_TEMPLATE_UNKNOWN, errcode, errmsg, failure);
            case 40003, 43004, 43019 -> new CallOutcome.Rejected("not-a-follower");
            case 43101 -> new CallOutcome.Rejected("no-subscription");
            case 45015, 45047 -> new CallOutcome.Rejected("window-closed");
            case 40165, 45002, 47003, 41028, 41029, 41030 -> new CallOutcome.Rejected("wechat-" + errcode);
            default -> blocked(WechatProblem.WECHAT_REFUSED, errcode, errmsg, failure);
        };
    }

    private static CallOutcome blocked(WechatProblem type, int errcode, String errmsg, Exception failure) {
        return new CallOutcome.Blocked(problem(type, errcode, errmsg, failure));
    }

    private static Problem problem(WechatProblem type, int errcode, String errmsg, Exception failure) {
        return new Problem(type, failure).with("errcode", errcode).with("errmsg", firstWords(errmsg));
    }

    /// WeChat's message ends in ids that nobody reads.
    private static String firstWords(String errmsg) {
        int end = errmsg.indexOf(" rid:");
        String words = end < 0 ? errmsg : errmsg.substring(0, end);
        return words.length() > 120 ? words.substring(0, 120) : words;
    }
}
